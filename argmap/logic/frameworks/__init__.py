"""Abstract argumentation: which arguments of a framework are accepted, under each semantics."""
