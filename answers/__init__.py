"""The words: decisions, questions and topics in, messages out, in the patient's and the clinician's register."""
