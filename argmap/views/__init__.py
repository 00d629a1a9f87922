"""Ways to look at a map: a part of it, or all of it folded. From a map to a map; pages, pictures and checks share them.

``among`` cuts a map down to some of its nodes, ``focus`` and ``only`` say which, ``fold`` says which nodes stand behind
which card, and ``lift`` draws the steps of what is folded from the cards.
"""

from argmap.views.unknown import UnknownViewError
from argmap.views.view import Options, View, fitted, view

__all__ = ["Options", "UnknownViewError", "View", "fitted", "view"]
