"""All the wordings that tell a time, by kind, reviewed like code."""

from reportedly.dates.clock import CLOCK
from reportedly.dates.counted import COUNTED
from reportedly.dates.holidays import HOLIDAYS
from reportedly.dates.lengths import LENGTHS
from reportedly.dates.named import NAMED

WORDINGS = (*NAMED, *HOLIDAYS, *COUNTED, *LENGTHS, *CLOCK)
"""Where two find words that overlap, the longer words stand; of two as long, the earlier wording."""
