-- What policy documents ask of a person beyond the national forms: boarders, the grade of a disability,
-- those left behind (三留守), and how long somebody has lived in a town.

ALTER TABLE person
  ADD COLUMN boards_at_school boolean,
  ADD COLUMN disability_grade text,
  ADD COLUMN left_behind text,
  ADD COLUMN town_residence_months smallint,
  ADD CONSTRAINT person_town_months_shape CHECK (town_residence_months BETWEEN 0 AND 1200);
COMMENT ON COLUMN person.disability_grade IS 'Of the disability certificate, 1 to 4, 1 the severest (GB/T 26341).';
