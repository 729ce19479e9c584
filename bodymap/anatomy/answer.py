"""Answers: yes, no, not sure; what was not asked has none."""

from enum import StrEnum


class Answer(StrEnum):
    """What was answered."""

    YES = "yes"
    NO = "no"
    NOT_SURE = "not_sure"
