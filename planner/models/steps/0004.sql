-- Step 4: what reports count by. Frozen: later changes come in later steps.
CREATE INDEX touch_kind ON touch(kind, on_date, person_id, topic);
CREATE INDEX touch_thanked ON touch(on_date, person_id) WHERE thanked_me;
