"""Painters: shapes as SVG, PNG or PDF, and scenes as DOT, one format a file."""
