"""What is done with a workspace: checking, fixing, formatting, renaming, building."""
