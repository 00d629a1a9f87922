"""How findings are said: each reporter a function from findings to text."""
