"""What the commands can do, for Python: `docs/api.md` is its page, and `import argmap` offers all of it."""
