"""Argumentation schemes: stereotyped ways to argue, each with the critical questions that it must stand up to.

The schemes are data, one TOML file each in ``data/``, read when a map names one. Their names follow the compendium in
chapter 9 of the book below; what they say is in our own words.

References:
    D. Walton, C. Reed, F. Macagno, Argumentation Schemes, Cambridge University Press, 2008.
"""

from argmap.schemes.library import FORMS, is_deductive, names, scheme
from argmap.schemes.scheme import Premise, Question, Scheme, SchemeError

__all__ = ["FORMS", "Premise", "Question", "Scheme", "SchemeError", "is_deductive", "names", "scheme"]
