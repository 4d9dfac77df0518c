"""Units of these tests stand in the Polish tree of pages."""

from tests.support.languages import polish_addresses as polish_addresses
