"""The canonical style of map files: the order of keys, the layout of lists, comments kept."""
