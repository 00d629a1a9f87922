"""What a map or a comparison says, as text: a tree for the terminal, prose, an outline, numbers, Markdown, CSV."""
