"""Digital object identifiers: finding them, saying what is wrong with them, putting it right.

Rests on the DOI Handbook (ISO 26324), Crossref's display guidelines, and the classes of error
that Cioffi et al. (Scientometrics 2022) found in Crossref's references. Pure functions on strings;
nothing here can say whether a DOI exists.
"""

from ptlint.references.doi.compare import canonical, differ
from ptlint.references.doi.correct import safely_corrected
from ptlint.references.doi.fields import fields_in_suffix
from ptlint.references.doi.model import DoiFault, DoiFields, DoiMention
from ptlint.references.doi.single import doi_of_href, faults_in_doi, faults_in_href
from ptlint.references.doi.text import faults_in_text, find_dois
from ptlint.references.doi.wording import doi_link

__all__ = [
    "DoiFault",
    "DoiFields",
    "DoiMention",
    "canonical",
    "differ",
    "doi_link",
    "doi_of_href",
    "faults_in_doi",
    "faults_in_href",
    "faults_in_text",
    "fields_in_suffix",
    "find_dois",
    "safely_corrected",
]
