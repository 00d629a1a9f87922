"""Writing map files: the text that holds a graph, a new map or a proposed comparison."""
