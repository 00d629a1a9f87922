"""The layout that Graphviz begins: it orders the cards, and we place them."""
