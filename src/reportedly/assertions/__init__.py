"""What is asserted, sentence by sentence: in whose voice, how many, on which day, and which way it turns."""
