"""Reading map files: from text to a document, with the faults that are found on the way."""
