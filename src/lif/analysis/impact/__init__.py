"""Evidence of impact: strength of actions, results of measures, embedding, and the state of recommendations."""
