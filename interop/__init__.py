"""What other software gets: the decision on one line of text, on a case in JSON, and on a FHIR record."""
