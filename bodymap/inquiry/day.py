"""Days in words, and counted from today."""

from datetime import date, timedelta

from bodymap.language import mark, say

WEEK = 7
WEEKDAYS = (
    *(mark("Monday"), mark("Tuesday"), mark("Wednesday"), mark("Thursday")),
    *(mark("Friday"), mark("Saturday"), mark("Sunday")),
)
MONTHS = (
    *(mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June")),
    *(mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December")),
)


def name_day(day: date) -> str:
    """Name a day in full, such as ``Thursday 26 November 2026``."""
    weekday, month = say(WEEKDAYS[day.weekday()]), say(MONTHS[day.month - 1])
    return say("{weekday} {day} {month} {year}", weekday=weekday, day=day.day, month=month, year=day.year)


def count_from(today: date, days: int) -> str:
    """Say on which day a number of days, or of weeks, is over."""
    until = name_day(today + timedelta(days=days))
    if days > WEEK and days % WEEK == 0:
        return say("{number} weeks from today is {day}.", number=days // WEEK, day=until)
    if days == 1:
        return say("1 day from today is {day}.", day=until)
    return say("{number} days from today is {day}.", number=days, day=until)
