"""All rules: where each is, and the rules by code, by name and by what they are about."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from argmap.checks.engine.rule import Rule, Scope

MODULES = {
    "unreadable": "syntax.unreadable",
    "yaml-syntax": "syntax.yaml_syntax",
    "tab": "syntax.tab",
    "duplicate-key": "syntax.duplicate_key",
    "alias": "syntax.alias",
    "too-deep": "syntax.too_deep",
    "cut-short": "syntax.cut_short",
    "missing-key": "syntax.missing_key",
    "unknown-key": "syntax.unknown_key",
    "bad-value": "syntax.bad_value",
    "bad-id": "syntax.bad_id",
    "node-type": "syntax.node_type",
    "nested-list": "syntax.nested_list",
    "bad-step": "syntax.bad_step",
    "duplicate-id": "syntax.duplicate_id",
    "unused-ignore": "syntax.unused_ignore",
    "unknown-node": "structure.unknown_node",
    "unknown-actor": "structure.unknown_actor",
    "unused-actor": "structure.unused_actor",
    "missing-thesis": "structure.missing_thesis",
    "unreached-thesis": "structure.unreached_thesis",
    "isolated-node": "structure.isolated_node",
    "unsupported-claim": "structure.unsupported_claim",
    "asserted-claim": "structure.asserted_claim",
    "off-thesis": "structure.off_thesis",
    "idle-evidence": "structure.idle_evidence",
    "ungrounded-recommendation": "structure.ungrounded_recommendation",
    "missing-addressee": "structure.missing_addressee",
    "circular-support": "structure.circular_support",
    "misdirected-step": "structure.misdirected_step",
    "todo": "structure.todo",
    "misplaced-field": "structure.misplaced_field",
    "duplicate-item": "structure.duplicate_item",
    "unknown-scheme": "structure.unknown_scheme",
    "unknown-role": "structure.unknown_role",
    "missing-role": "structure.missing_role",
    "unknown-question": "structure.unknown_question",
    "missing-receipt": "receipts.missing_receipt",
    "missing-anchor": "receipts.missing_anchor",
    "implicit-with-anchor": "receipts.implicit_with_anchor",
    "long-anchor": "receipts.long_anchor",
    "anchor-not-found": "receipts.anchor_not_found",
    "ambiguous-anchor": "receipts.ambiguous_anchor",
    "copied-wording": "receipts.copied_wording",
    "stale-receipt": "receipts.stale_receipt",
    "source-changed": "receipts.source_changed",
    "quoted-share": "receipts.quoted_share",
    "bibliography-syntax": "references.bibliography_syntax",
    "duplicate-reference": "references.duplicate_reference",
    "duplicate-field": "references.duplicate_field",
    "undefined-string": "references.undefined_string",
    "unknown-parent": "references.unknown_parent",
    "unknown-reference": "references.unknown_reference",
    "unused-reference": "references.unused_reference",
    "missing-field": "references.missing_field",
    "duplicate-reference-content": "references.duplicate_reference_content",
    "reference-todo": "references.reference_todo",
    "unsorted-references": "references.unsorted_references",
    "unknown-type": "references.unknown_type",
    "unknown-field": "references.unknown_field",
    "ignored-field": "references.ignored_field",
    "bad-date": "references.bad_date",
    "conflicting-dates": "references.conflicting_dates",
    "bad-doi": "references.bad_doi",
    "bad-isbn": "references.bad_isbn",
    "bad-issn": "references.bad_issn",
    "bad-eprint": "references.bad_eprint",
    "bad-url": "references.bad_url",
    "doi-in-url": "references.doi_in_url",
    "bad-name": "references.bad_name",
    "archive-without-date": "references.archive_without_date",
    "unprotected-capitals": "references.unprotected_capitals",
    "bad-latex": "references.bad_latex",
    "unescaped-character": "references.unescaped_character",
    "html-in-field": "references.html_in_field",
    "not-nfc": "references.not_nfc",
    "stray-character": "references.stray_character",
    "bad-pages": "references.bad_pages",
    "empty-field": "references.empty_field",
    "bad-edition": "references.bad_edition",
    "for-and-against": "consistency.for_and_against",
    "conflicting-commitments": "consistency.conflicting_commitments",
    "borrowed-voice": "consistency.borrowed_voice",
    "unanswered-objection": "consistency.unanswered_objection",
    "lost-support": "consistency.lost_support",
    "self-defeat": "consistency.self_defeat",
    "odd-attack-cycle": "consistency.odd_attack_cycle",
    "premise-of-both-sides": "consistency.premise_of_both_sides",
    "disagreeing-quantities": "consistency.disagreeing_quantities",
    "impossible-share": "consistency.impossible_share",
    "part-above-whole": "consistency.part_above_whole",
    "event-after-source": "consistency.event_after_source",
    "past-forecast": "consistency.past_forecast",
    "misdated-quantity": "consistency.misdated_quantity",
    "maps-disagree-on-quantity": "consistency.maps_disagree_on_quantity",
    "unreadable-formula": "consistency.unreadable_formula",
    "inconsistent-formulas": "consistency.inconsistent_formulas",
    "lone-atom": "consistency.lone_atom",
    "undecided-atom": "consistency.undecided_atom",
    "invalid-inference": "consistency.invalid_inference",
    "unknown-map": "comparison.unknown_map",
    "unknown-position": "comparison.unknown_position",
    "empty-topic": "comparison.empty_topic",
    "verdict-without-sides": "comparison.verdict_without_sides",
    "missing-verdict": "comparison.missing_verdict",
    "uncovered-point": "comparison.uncovered_point",
    "duplicate-map": "comparison.duplicate_map",
    "verdict-against-formulas": "comparison.verdict_against_formulas",
}
"""The module of each rule under ``argmap.checks``, by the rule's name, in the order of their codes."""


@cache
def rules() -> dict[str, Rule]:
    """The rules by code, in the order of their codes."""
    modules = (import_module(f"argmap.checks.{module}") for module in dict.fromkeys(MODULES.values()))
    found = [value for module in modules for value in vars(module).values() if isinstance(value, Rule)]
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


@cache
def by_name() -> dict[str, Rule]:
    """The rules by name."""
    return {rule.name: rule for rule in rules().values()}


@cache
def of(scope: Scope) -> tuple[Rule, ...]:
    """The rules about *scope*."""
    return tuple(rule for rule in rules().values() if rule.scope is scope)
