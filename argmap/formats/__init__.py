"""How files spell the graph: the native map file here, one foreign format a module beside it."""
