-- The two Environmental Information Regulations of 2004, to which a request can be moved.

INSERT INTO regimes (code, label) VALUES
  ('eir', 'EI Regulations 2004'), ('eisr', 'EI (Scotland) Regulations 2004');
