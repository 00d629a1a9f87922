"""The site of these pages; `make site` builds it, and nothing of it comes from another host."""

from argmap import __version__

project = "argmap"
copyright = "2026 The argmap authors"
release = __version__
extensions = ["myst_parser"]
html_theme = "furo"
html_title = f"argmap {release}"
html_copy_source = False
# Links to headings are written as code hosts have them, where these pages are read too.
myst_heading_anchors = 3
# The example of a rule is wrong on purpose, and may be so in the eyes of a highlighter.
suppress_warnings = ["misc.highlighting_failure"]
