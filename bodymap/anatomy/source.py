"""Sources, and how far each is to be trusted."""

from dataclasses import dataclass
from enum import StrEnum

from bodymap.anatomy.words import SourceId


class Family(StrEnum):
    """Where a source's knowledge comes from."""

    TRAVELL_SIMONS = "TS"
    INDEPENDENT = "IND"
    REVIEW = "REVIEW"
    ANATOMY = "ANAT"
    GUIDELINE = "GUIDE"
    WEB = "WEB"
    FOUNDING = "SEED"
    ONTOLOGY = "ONT"


@dataclass(frozen=True, slots=True)
class Source:
    """A publication, and how much of it was read."""

    id: SourceId
    short: str
    """How it is cited at a statement, such as ``Do 2019``."""
    title: str
    by: str
    year: int | None
    published_in: str
    doi: str
    pmid: str
    pmc: str
    isbn: str
    url: str
    note: str
    kind: str
    family: Family
    read: str
    reliability: str

    @property
    def citation(self) -> str:
        """The source in one line, without where it can be opened."""
        when = f" ({self.year})" if self.year else ""
        parts = (f"{self.by}{when}", self.title, self.published_in)
        return ". ".join(part.rstrip(".") for part in parts if part) + "."

    @property
    def names(self) -> tuple[str, ...]:
        """The names under which libraries know it, such as ``doi:10.1016/…`` and ``PMID 16919982``."""
        known = (("doi:", self.doi), ("PMID ", self.pmid), ("", self.pmc), ("ISBN ", self.isbn))
        return tuple(f"{sign}{name}" for sign, name in known if name)

    @property
    def address(self) -> str:
        """Where it can be opened: by its DOI, else in PubMed, else where it was read; or nowhere."""
        if self.doi:
            return f"https://doi.org/{self.doi}"
        if self.pmid:
            return f"https://pubmed.ncbi.nlm.nih.gov/{self.pmid}/"
        return f"https://pmc.ncbi.nlm.nih.gov/articles/{self.pmc}/" if self.pmc else self.url

    @property
    def is_independent(self) -> bool:
        """Whether it did not start from the maps of Travell and Simons."""
        return self.family is Family.INDEPENDENT
