"""The grammar of a map file: its keys, in one table, and the classes that validate what stands under them."""
