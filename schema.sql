-- SHARPENED: one person's (or one coach's) file. The whole present schema; read this first.
--
-- Conventions
--   Every table is STRICT. Keys are UUID version 7 as text; reference rows have readable keys of their own
--   (a food is 'egg-whole', an exercise 'barbell-back-squat').
--   *_at     an instant in UTC, 'YYYY-MM-DDTHH:MM:SSZ'
--   *_date   a local day, 'YYYY-MM-DD' (also the column `date`); the person's own zone decided it at write time
--   *_time   a wall-clock time, 'HH:MM'
--   0/1      booleans
--   Units stand in the names: kg, g, kcal, minutes, sec, metres.
--   Every owned table carries user_id, children too, with composite keys (parent_id, user_id): no row can hang
--   under another person's parent, whatever the program does. Erasing a person cascades from auth_users.
--   Programs and all they consist of never change (triggers below). What changes a plan is an event.
--   Statements of the program read bare names and write main.<table>, so that the same text runs scoped to
--   one person (sharpened_cli/store/scope.py) and for the service role.

PRAGMA application_id = 1397244996; -- 'SHRD'
PRAGMA user_version = 2;

---------------------------------------------------------------------------------------------------
-- Reference: shared rows, seeded from the package's data folder
---------------------------------------------------------------------------------------------------

CREATE TABLE reference_versions (
    name        TEXT PRIMARY KEY,             -- 'foods', 'exercises', ...
    version     TEXT NOT NULL                 -- SHA-256 of the packaged files it was seeded from
) STRICT, WITHOUT ROWID;

CREATE TABLE training_modalities (
    id                          TEXT PRIMARY KEY,
    name                        TEXT NOT NULL UNIQUE,
    description                 TEXT NOT NULL DEFAULT '',
    session_kind                TEXT NOT NULL CHECK (session_kind IN ('resistance', 'endurance', 'hiit', 'sport', 'mobility')),
    typical_frequency_per_week  INTEGER CHECK (typical_frequency_per_week BETWEEN 1 AND 7),
    display_order               INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE meal_times (
    id              TEXT PRIMARY KEY,         -- early_morning, breakfast, ... late_night
    label           TEXT NOT NULL,
    typical_time    TEXT,                     -- NULL where training decides (pre_workout, post_workout)
    meal_type       TEXT NOT NULL CHECK (meal_type IN ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout', 'other')),
    display_order   INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE event_types (
    id                      TEXT PRIMARY KEY,
    name                    TEXT NOT NULL UNIQUE,
    category                TEXT NOT NULL CHECK (category IN ('race', 'competition', 'sport_season', 'personal_milestone', 'aesthetic_goal', 'health_goal')),
    typical_duration_weeks  INTEGER CHECK (typical_duration_weeks > 0),
    display_order           INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

CREATE TABLE met_activities (
    id                  TEXT PRIMARY KEY,
    label               TEXT NOT NULL,
    activity_group      TEXT NOT NULL,
    compendium_code     TEXT NOT NULL,        -- 2024 Adult Compendium (Herrmann 2024)
    met                 REAL NOT NULL CHECK (met BETWEEN 0.9 AND 25)
) STRICT, WITHOUT ROWID;

---------------------------------------------------------------------------------------------------
-- People
---------------------------------------------------------------------------------------------------

CREATE TABLE auth_users (
    id          TEXT PRIMARY KEY,
    email       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    role        TEXT NOT NULL DEFAULT 'client' CHECK (role IN ('client', 'coach')),
    created_at  TEXT NOT NULL
) STRICT;

-- Lists are JSON arrays; NULL means not asked or not answered, '[]' means asked and answered "none".
CREATE TABLE profiles (
    id                          TEXT PRIMARY KEY REFERENCES auth_users (id) ON DELETE CASCADE,
    full_name                   TEXT,
    birth_date                  TEXT,         -- age is derived from it
    birth_date_estimated        INTEGER NOT NULL DEFAULT 0 CHECK (birth_date_estimated IN (0, 1)),
    biological_sex              TEXT CHECK (biological_sex IN ('male', 'female')),
    height_cm                   REAL CHECK (height_cm BETWEEN 100 AND 250),
    current_weight_kg           REAL CHECK (current_weight_kg BETWEEN 30 AND 300),
    body_fat_percentage         REAL CHECK (body_fat_percentage BETWEEN 3 AND 60),
    body_fat_method             TEXT CHECK (body_fat_method IN ('dxa', 'caliper', 'bia', 'guess')),
    primary_goal                TEXT CHECK (primary_goal IN ('lose_fat', 'build_muscle', 'recomposition', 'maintain', 'improve_performance', 'general_health')),
    secondary_goal              TEXT CHECK (secondary_goal IN ('lose_fat', 'build_muscle', 'recomposition', 'maintain', 'improve_performance', 'general_health')),
    goal_weight_kg              REAL CHECK (goal_weight_kg BETWEEN 30 AND 300),
    experience_level            TEXT CHECK (experience_level IN ('beginner', 'novice', 'intermediate', 'advanced')),
    activity_level              TEXT CHECK (activity_level IN ('sedentary', 'lightly_active', 'moderately_active', 'very_active', 'extremely_active')),
    workout_frequency           INTEGER CHECK (workout_frequency BETWEEN 0 AND 7),
    session_minutes             INTEGER CHECK (session_minutes BETWEEN 10 AND 240),
    dietary_preference          TEXT NOT NULL DEFAULT 'none' CHECK (dietary_preference IN ('none', 'vegetarian', 'vegan', 'pescatarian', 'keto', 'paleo', 'halal', 'kosher')),
    food_allergies              TEXT CHECK (food_allergies IS NULL OR json_valid(food_allergies)),
    foods_to_avoid              TEXT CHECK (foods_to_avoid IS NULL OR json_valid(foods_to_avoid)),
    meals_per_day               INTEGER NOT NULL DEFAULT 3 CHECK (meals_per_day BETWEEN 1 AND 8),
    equipment                   TEXT CHECK (equipment IS NULL OR json_valid(equipment)),
    injuries                    TEXT CHECK (injuries IS NULL OR json_valid(injuries)),
    conditions                  TEXT CHECK (conditions IS NULL OR json_valid(conditions)),
    medications                 TEXT CHECK (medications IS NULL OR json_valid(medications)),
    screening                   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(screening)),
    cleared_exercises           TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cleared_exercises)), -- ids said to be fine despite an injury
    unit_system                 TEXT NOT NULL DEFAULT 'metric' CHECK (unit_system IN ('metric', 'imperial')),
    timezone                    TEXT NOT NULL DEFAULT 'UTC',
    estimated_tdee              REAL,
    daily_calorie_goal          REAL,         -- NULL where a safety gate withholds it
    daily_protein_goal          REAL,
    daily_carbs_goal            REAL,
    daily_fat_goal              REAL,
    daily_fiber_goal            REAL,
    goal_rate_kg_per_week       REAL,
    targets                     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(targets)), -- tdee range, reasons
    safety                      TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(safety)),
    macros_last_calculated_at   TEXT,
    macros_calculation_reason   TEXT,
    onboarding_completed        INTEGER NOT NULL DEFAULT 0 CHECK (onboarding_completed IN (0, 1)),
    onboarding_completed_at     TEXT,
    consultation_completed      INTEGER NOT NULL DEFAULT 0 CHECK (consultation_completed IN (0, 1)),
    consultation_completed_at   TEXT,
    created_at                  TEXT NOT NULL,
    updated_at                  TEXT NOT NULL
) STRICT;

---------------------------------------------------------------------------------------------------
-- Foods and exercises (shared rows have created_by NULL; a person's own rows carry their id)
---------------------------------------------------------------------------------------------------

CREATE TABLE foods (
    id                          TEXT PRIMARY KEY,
    name                        TEXT NOT NULL,
    brand                       TEXT,
    aliases                     TEXT NOT NULL DEFAULT '',   -- 'a|b|c': other names, also in Spanish, Portuguese, French
    bare_words                  TEXT NOT NULL DEFAULT '',   -- 'a|b': words that mean this row when typed alone
    category                    TEXT NOT NULL DEFAULT '',
    state                       TEXT NOT NULL DEFAULT 'as_sold' CHECK (state IN ('raw', 'cooked', 'dry', 'canned', 'frozen', 'prepared', 'as_sold')),
    calories_per_100g           REAL NOT NULL CHECK (calories_per_100g BETWEEN 0 AND 910),
    protein_g_per_100g          REAL NOT NULL CHECK (protein_g_per_100g BETWEEN 0 AND 100),
    carbs_g_per_100g            REAL NOT NULL CHECK (carbs_g_per_100g BETWEEN 0 AND 100),
    fat_g_per_100g              REAL NOT NULL CHECK (fat_g_per_100g BETWEEN 0 AND 100),
    fiber_g_per_100g            REAL NOT NULL DEFAULT 0 CHECK (fiber_g_per_100g BETWEEN 0 AND 100),
    sugar_g_per_100g            REAL CHECK (sugar_g_per_100g BETWEEN 0 AND 100),
    saturated_fat_g_per_100g    REAL CHECK (saturated_fat_g_per_100g BETWEEN 0 AND 100),
    sodium_mg_per_100g          REAL CHECK (sodium_mg_per_100g >= 0),
    alcohol_g_per_100g          REAL NOT NULL DEFAULT 0 CHECK (alcohol_g_per_100g BETWEEN 0 AND 100),
    default_portion             TEXT NOT NULL DEFAULT '',
    is_countable                INTEGER NOT NULL DEFAULT 0 CHECK (is_countable IN (0, 1)),
    vegetarian                  INTEGER NOT NULL DEFAULT 0 CHECK (vegetarian IN (0, 1)),
    vegan                       INTEGER NOT NULL DEFAULT 0 CHECK (vegan IN (0, 1)),
    pescatarian                 INTEGER NOT NULL DEFAULT 0 CHECK (pescatarian IN (0, 1)),
    keto_ok                     INTEGER NOT NULL DEFAULT 0 CHECK (keto_ok IN (0, 1)),
    paleo_ok                    INTEGER NOT NULL DEFAULT 0 CHECK (paleo_ok IN (0, 1)),
    halal_status                TEXT NOT NULL DEFAULT 'depends' CHECK (halal_status IN ('yes', 'no', 'depends')),
    kosher_status               TEXT NOT NULL DEFAULT 'depends' CHECK (kosher_status IN ('yes', 'no', 'depends')),
    allergens                   TEXT NOT NULL DEFAULT '',   -- 'gluten|milk': typical and hidden ones of the 14
    lactose                     INTEGER NOT NULL DEFAULT 0 CHECK (lactose IN (0, 1)),
    role                        TEXT NOT NULL DEFAULT '',   -- '' = never planned
    slots                       TEXT NOT NULL DEFAULT '',   -- 'breakfast|snack': meals it may be planned for
    plan_min_g                  REAL NOT NULL DEFAULT 0,
    plan_max_g                  REAL NOT NULL DEFAULT 0,
    plan_step_g                 REAL NOT NULL DEFAULT 0,
    prep_minutes                INTEGER NOT NULL DEFAULT 0,
    cost_level                  INTEGER NOT NULL DEFAULT 1 CHECK (cost_level BETWEEN 1 AND 3),
    buy_unit                    TEXT NOT NULL DEFAULT '',
    buy_grams                   REAL NOT NULL DEFAULT 0,
    yield_factor                REAL NOT NULL DEFAULT 1,
    buys_as                     TEXT NOT NULL DEFAULT '',
    source                      TEXT NOT NULL DEFAULT '',
    composition_type            TEXT NOT NULL DEFAULT 'simple' CHECK (composition_type IN ('simple', 'composed', 'branded')),
    created_by                  TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    created_at                  TEXT NOT NULL,
    deleted_at                  TEXT
) STRICT;

-- A person's own foods, by name.
CREATE INDEX foods_own ON foods (created_by, name) WHERE created_by IS NOT NULL;
-- The planner's pool: WHERE role <> '' AND created_by IS NULL.
CREATE INDEX foods_planned ON foods (role, id) WHERE role <> '' AND created_by IS NULL;

CREATE TABLE food_servings (
    food_id         TEXT NOT NULL REFERENCES foods (id) ON DELETE CASCADE,
    portion_key     TEXT NOT NULL,
    label           TEXT NOT NULL,
    unit            TEXT NOT NULL,
    size            TEXT NOT NULL DEFAULT '',
    grams           REAL NOT NULL CHECK (grams > 0 AND grams <= 5000),
    created_by      TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    display_order   INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (food_id, portion_key)
) STRICT, WITHOUT ROWID;

CREATE INDEX food_servings_own ON food_servings (created_by, food_id) WHERE created_by IS NOT NULL;

-- What a composed food (recipe) is made of; a trigger keeps a food out of itself, the service out of cycles.
CREATE TABLE recipe_items (
    food_id         TEXT NOT NULL REFERENCES foods (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL CHECK (position >= 1),
    item_food_id    TEXT NOT NULL REFERENCES foods (id),
    grams           REAL NOT NULL CHECK (grams > 0 AND grams <= 20000),
    created_by      TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    PRIMARY KEY (food_id, position),
    CHECK (item_food_id <> food_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX recipe_items_item ON recipe_items (item_food_id);
CREATE INDEX recipe_items_own ON recipe_items (created_by);

-- The design's custom_foods: a person's own foods.
CREATE VIEW custom_foods AS
SELECT id, created_by AS user_id, name, brand,
       json_object('calories_per_100g', calories_per_100g, 'protein_g_per_100g', protein_g_per_100g,
                   'carbs_g_per_100g', carbs_g_per_100g, 'fat_g_per_100g', fat_g_per_100g,
                   'fiber_g_per_100g', fiber_g_per_100g) AS nutrition,
       composition_type, created_at
  FROM foods
 WHERE created_by IS NOT NULL AND deleted_at IS NULL;

-- Shared foods only; never a person's text.
-- forms and bare: names and lone words in the spelling of domain/meal_text, made ahead (data/food_forms.csv).
CREATE VIRTUAL TABLE foods_fts USING fts5 (food_id UNINDEXED, name, aliases, forms, bare UNINDEXED, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE foods_trigram USING fts5 (food_id UNINDEXED, name, aliases, tokenize = 'trigram');

-- In how many foods' names a word occurs: its rarity for matching, and the known words for slips of the pen.
CREATE TABLE food_words (
    word    TEXT PRIMARY KEY,
    foods   INTEGER NOT NULL CHECK (foods > 0)
) STRICT, WITHOUT ROWID;

-- "When I type this, I mean that": asked once, remembered.
CREATE TABLE user_food_aliases (
    user_id     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    alias       TEXT NOT NULL,                -- folded: lower case, no accents
    food_id     TEXT NOT NULL REFERENCES foods (id) ON DELETE CASCADE,
    grams       REAL CHECK (grams > 0),       -- NULL: the food's default portion
    created_at  TEXT NOT NULL,
    PRIMARY KEY (user_id, alias)
) STRICT, WITHOUT ROWID;

CREATE INDEX user_food_aliases_food ON user_food_aliases (food_id);

CREATE TABLE exercises (
    id                  TEXT PRIMARY KEY,
    name                TEXT NOT NULL,
    aliases             TEXT NOT NULL DEFAULT '',           -- 'a|b'
    category            TEXT NOT NULL,
    primary_muscle      TEXT NOT NULL,
    secondary_muscles   TEXT NOT NULL DEFAULT '',           -- 'a|b'
    equipment           TEXT NOT NULL DEFAULT '',           -- 'a|b'; '' = none
    mechanic            TEXT NOT NULL DEFAULT '',
    movement_pattern    TEXT NOT NULL DEFAULT '',
    level               TEXT NOT NULL DEFAULT 'beginner' CHECK (level IN ('beginner', 'intermediate', 'advanced')),
    unilateral          INTEGER NOT NULL DEFAULT 0 CHECK (unilateral IN (0, 1)),
    caution_injury      TEXT NOT NULL DEFAULT '',           -- 'knee|hip': joints to mind; a judgement, not a medical source
    measure             TEXT NOT NULL DEFAULT 'reps' CHECK (measure IN ('reps', 'seconds', 'metres')),  -- what a set counts
    staple              INTEGER NOT NULL DEFAULT 1 CHECK (staple BETWEEN 0 AND 3),  -- how usual a choice it is
    created_by          TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    created_at          TEXT NOT NULL
) STRICT;

CREATE INDEX exercises_own ON exercises (created_by, name) WHERE created_by IS NOT NULL;

CREATE VIRTUAL TABLE exercises_fts USING fts5 (exercise_id UNINDEXED, name, aliases, tokenize = 'porter unicode61 remove_diacritics 2');

---------------------------------------------------------------------------------------------------
-- Consultation
---------------------------------------------------------------------------------------------------

CREATE TABLE consultation_keys (
    id                  TEXT PRIMARY KEY,
    key_value           TEXT NOT NULL UNIQUE CHECK (length(key_value) = 64),  -- SHA-256 of the key; the key is shown once
    max_uses            INTEGER NOT NULL DEFAULT 1 CHECK (max_uses >= 1),
    current_uses        INTEGER NOT NULL DEFAULT 0 CHECK (current_uses BETWEEN 0 AND max_uses),
    expires_at          TEXT,
    assigned_user_id    TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    is_active           INTEGER NOT NULL DEFAULT 1 CHECK (is_active IN (0, 1)),
    note                TEXT NOT NULL DEFAULT '',
    created_by          TEXT REFERENCES auth_users (id) ON DELETE SET NULL,   -- NULL: whoever holds the file
    created_at          TEXT NOT NULL,
    first_used_at       TEXT,
    last_used_at        TEXT
) STRICT;

CREATE INDEX consultation_keys_assigned ON consultation_keys (assigned_user_id);
CREATE INDEX consultation_keys_created_by ON consultation_keys (created_by);

-- Wrong keys, to slow guessing down: count of the last minute.
CREATE TABLE consultation_key_failures (
    id              TEXT PRIMARY KEY,
    attempted_at    TEXT NOT NULL
) STRICT;

CREATE INDEX consultation_key_failures_at ON consultation_key_failures (attempted_at);

CREATE TABLE consultation_sessions (
    session_id              TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    consultation_key        TEXT REFERENCES consultation_keys (id) ON DELETE SET NULL,
    engine                  TEXT NOT NULL DEFAULT 'offline' CHECK (engine IN ('offline', 'openai')),
    current_section         INTEGER NOT NULL DEFAULT 1 CHECK (current_section BETWEEN 1 AND 7),
    progress_percentage     INTEGER NOT NULL DEFAULT 0 CHECK (progress_percentage BETWEEN 0 AND 100),
    state                   TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(state)),  -- slots asked, declined or not said
    started_at              TEXT NOT NULL,
    updated_at              TEXT NOT NULL,
    completed_at            TEXT,
    closed_at               TEXT,             -- left for a new one (--new)
    UNIQUE (session_id, user_id)
) STRICT;

-- One open interview a person.
CREATE UNIQUE INDEX consultation_sessions_open ON consultation_sessions (user_id) WHERE completed_at IS NULL AND closed_at IS NULL;
CREATE INDEX consultation_sessions_user ON consultation_sessions (user_id, started_at);
CREATE INDEX consultation_sessions_key ON consultation_sessions (consultation_key);

CREATE TABLE consultation_key_usage (
    id              TEXT PRIMARY KEY,
    key_id          TEXT NOT NULL REFERENCES consultation_keys (id) ON DELETE CASCADE,
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    session_id      TEXT NOT NULL UNIQUE,
    redeemed_at     TEXT NOT NULL,
    ip_address      TEXT NOT NULL DEFAULT '',  -- the host's name
    user_agent      TEXT NOT NULL DEFAULT '',  -- program and terminal
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX consultation_key_usage_key ON consultation_key_usage (key_id, redeemed_at);
CREATE INDEX consultation_key_usage_user ON consultation_key_usage (user_id);

CREATE TABLE consultation_messages (
    id              TEXT PRIMARY KEY,
    session_id      TEXT NOT NULL,
    user_id         TEXT NOT NULL,
    position        INTEGER NOT NULL CHECK (position >= 1),
    section         INTEGER NOT NULL CHECK (section BETWEEN 1 AND 7),
    role            TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'system')),
    content         TEXT NOT NULL,
    model           TEXT,
    prompt_tokens   INTEGER,
    answer_tokens   INTEGER,
    interrupted     INTEGER NOT NULL DEFAULT 0 CHECK (interrupted IN (0, 1)),
    extracted_data  TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(extracted_data)),
    undone_at       TEXT,                      -- taken back by /undo
    created_at      TEXT NOT NULL,
    UNIQUE (session_id, position),
    UNIQUE (id, user_id),
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX consultation_messages_user ON consultation_messages (user_id);

-- The nine tables of extracted facts. Each row keeps where it came from (session, message, the person's words and
-- their span) and how sure it is. Corrections retire rows; a live row has retired_at NULL, one per natural key.

CREATE TABLE user_training_modalities (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    modality_id             TEXT NOT NULL REFERENCES training_modalities (id),
    is_primary              INTEGER CHECK (is_primary IN (0, 1)),
    proficiency_level       TEXT CHECK (proficiency_level IN ('beginner', 'intermediate', 'advanced', 'expert')),
    years_experience        REAL CHECK (years_experience BETWEEN 0 AND 80),
    enjoys_it               INTEGER CHECK (enjoys_it IN (0, 1)),
    willing_to_continue     INTEGER CHECK (willing_to_continue IN (0, 1)),
    session_id              TEXT,
    message_id              TEXT,
    quote                   TEXT NOT NULL DEFAULT '',
    span_start              INTEGER,
    span_end                INTEGER,
    confidence              REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                  TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at              TEXT NOT NULL,
    retired_at              TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_training_modalities_live ON user_training_modalities (user_id, modality_id) WHERE retired_at IS NULL;
CREATE INDEX user_training_modalities_session ON user_training_modalities (session_id, user_id);
CREATE INDEX user_training_modalities_message ON user_training_modalities (message_id, user_id);

CREATE TABLE user_familiar_exercises (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    exercise_id                 TEXT REFERENCES exercises (id) ON DELETE SET NULL,
    exercise_name               TEXT NOT NULL,   -- in the person's words
    comfort_level               INTEGER CHECK (comfort_level BETWEEN 1 AND 5),
    frequency                   TEXT CHECK (frequency IN ('never_done', 'rarely', 'occasionally', 'regularly', 'frequently')),
    typical_weight_kg           REAL CHECK (typical_weight_kg BETWEEN 0 AND 1000),
    typical_reps                INTEGER CHECK (typical_reps BETWEEN 1 AND 1000),
    typical_duration_minutes    REAL CHECK (typical_duration_minutes > 0 AND typical_duration_minutes <= 1440),
    enjoys_it                   INTEGER CHECK (enjoys_it IN (0, 1)),
    willing_to_do               INTEGER CHECK (willing_to_do IN (0, 1)),
    session_id                  TEXT,
    message_id                  TEXT,
    quote                       TEXT NOT NULL DEFAULT '',
    span_start                  INTEGER,
    span_end                    INTEGER,
    confidence                  REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                      TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at                  TEXT NOT NULL,
    retired_at                  TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_familiar_exercises_live ON user_familiar_exercises (user_id, exercise_name) WHERE retired_at IS NULL;
CREATE INDEX user_familiar_exercises_exercise ON user_familiar_exercises (exercise_id);
CREATE INDEX user_familiar_exercises_session ON user_familiar_exercises (session_id, user_id);
CREATE INDEX user_familiar_exercises_message ON user_familiar_exercises (message_id, user_id);

CREATE TABLE user_training_availability (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    day_of_week                 INTEGER NOT NULL CHECK (day_of_week BETWEEN 1 AND 7),  -- 1 Monday
    time_of_day                 TEXT NOT NULL CHECK (time_of_day IN ('early_morning', 'morning', 'midday', 'afternoon', 'evening', 'night')),
    start_time                  TEXT,
    typical_duration_minutes    INTEGER CHECK (typical_duration_minutes BETWEEN 5 AND 480),
    location_type               TEXT CHECK (location_type IN ('home', 'gym', 'outdoor', 'office', 'flexible')),
    interval_weeks              INTEGER NOT NULL DEFAULT 1 CHECK (interval_weeks BETWEEN 1 AND 8),
    activity                    TEXT,            -- what the person does then, where said (a modality)
    session_id                  TEXT,
    message_id                  TEXT,
    quote                       TEXT NOT NULL DEFAULT '',
    span_start                  INTEGER,
    span_end                    INTEGER,
    confidence                  REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                      TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at                  TEXT NOT NULL,
    retired_at                  TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_training_availability_live ON user_training_availability
    (user_id, day_of_week, time_of_day, coalesce(start_time, ''), interval_weeks) WHERE retired_at IS NULL;
CREATE INDEX user_training_availability_session ON user_training_availability (session_id, user_id);
CREATE INDEX user_training_availability_message ON user_training_availability (message_id, user_id);

CREATE TABLE user_preferred_meal_times (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    meal_time_id            TEXT NOT NULL REFERENCES meal_times (id),
    typical_time            TEXT,
    typical_portion_size    TEXT CHECK (typical_portion_size IN ('small', 'medium', 'large')),
    flexibility_minutes     INTEGER CHECK (flexibility_minutes BETWEEN 0 AND 720),
    is_non_negotiable       INTEGER CHECK (is_non_negotiable IN (0, 1)),
    session_id              TEXT,
    message_id              TEXT,
    quote                   TEXT NOT NULL DEFAULT '',
    span_start              INTEGER,
    span_end                INTEGER,
    confidence              REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                  TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at              TEXT NOT NULL,
    retired_at              TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_preferred_meal_times_live ON user_preferred_meal_times (user_id, meal_time_id) WHERE retired_at IS NULL;
CREATE INDEX user_preferred_meal_times_session ON user_preferred_meal_times (session_id, user_id);
CREATE INDEX user_preferred_meal_times_message ON user_preferred_meal_times (message_id, user_id);

CREATE TABLE user_typical_meal_foods (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    food_id                     TEXT REFERENCES foods (id) ON DELETE SET NULL,
    food_name                   TEXT NOT NULL,   -- in the person's words
    meal_time_id                TEXT REFERENCES meal_times (id),
    frequency                   TEXT CHECK (frequency IN ('daily', 'several_times_week', 'weekly', 'occasionally')),
    typical_quantity_grams      REAL CHECK (typical_quantity_grams > 0 AND typical_quantity_grams <= 10000),
    quantity                    REAL CHECK (quantity > 0 AND quantity <= 1000),
    unit                        TEXT,
    session_id                  TEXT,
    message_id                  TEXT,
    quote                       TEXT NOT NULL DEFAULT '',
    span_start                  INTEGER,
    span_end                    INTEGER,
    confidence                  REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                      TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at                  TEXT NOT NULL,
    retired_at                  TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_typical_meal_foods_live ON user_typical_meal_foods
    (user_id, food_name, coalesce(meal_time_id, '')) WHERE retired_at IS NULL;
CREATE INDEX user_typical_meal_foods_food ON user_typical_meal_foods (food_id);
CREATE INDEX user_typical_meal_foods_session ON user_typical_meal_foods (session_id, user_id);
CREATE INDEX user_typical_meal_foods_message ON user_typical_meal_foods (message_id, user_id);

CREATE TABLE user_improvement_goals (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    goal_type               TEXT NOT NULL CHECK (goal_type IN ('strength', 'endurance', 'skill', 'aesthetic', 'body_composition', 'mobility', 'performance', 'health')),
    target_description      TEXT NOT NULL,
    measurement_metric      TEXT,                -- body_weight_kg, time_seconds, ...
    current_value           REAL,
    target_value            REAL,
    target_date             TEXT,
    priority                INTEGER NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5),
    exercise_id             TEXT REFERENCES exercises (id) ON DELETE SET NULL,
    exercise_name           TEXT,
    session_id              TEXT,
    message_id              TEXT,
    quote                   TEXT NOT NULL DEFAULT '',
    span_start              INTEGER,
    span_end                INTEGER,
    confidence              REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                  TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at              TEXT NOT NULL,
    retired_at              TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_improvement_goals_live ON user_improvement_goals (user_id, goal_type, target_description) WHERE retired_at IS NULL;
CREATE INDEX user_improvement_goals_exercise ON user_improvement_goals (exercise_id);
CREATE INDEX user_improvement_goals_session ON user_improvement_goals (session_id, user_id);
CREATE INDEX user_improvement_goals_message ON user_improvement_goals (message_id, user_id);

CREATE TABLE user_difficulties (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    difficulty_category     TEXT NOT NULL CHECK (difficulty_category IN ('motivation', 'time_management', 'injury', 'nutrition', 'knowledge', 'consistency', 'energy', 'social_support', 'equipment_access', 'travel', 'other')),
    description             TEXT NOT NULL,
    severity                INTEGER CHECK (severity BETWEEN 1 AND 5),
    frequency               TEXT CHECK (frequency IN ('daily', 'weekly', 'monthly', 'occasionally')),
    session_id              TEXT,
    message_id              TEXT,
    quote                   TEXT NOT NULL DEFAULT '',
    span_start              INTEGER,
    span_end                INTEGER,
    confidence              REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                  TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at              TEXT NOT NULL,
    retired_at              TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_difficulties_live ON user_difficulties (user_id, difficulty_category, description) WHERE retired_at IS NULL;
CREATE INDEX user_difficulties_session ON user_difficulties (session_id, user_id);
CREATE INDEX user_difficulties_message ON user_difficulties (message_id, user_id);

CREATE TABLE user_non_negotiables (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    constraint_type         TEXT NOT NULL CHECK (constraint_type IN ('rest_days', 'meal_timing', 'equipment', 'exercises_excluded', 'foods_excluded', 'time_blocks', 'social', 'religious', 'medical', 'other')),
    description             TEXT NOT NULL,
    excluded_foods          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(excluded_foods)),       -- names as said
    excluded_exercises      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(excluded_exercises)),
    days                    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(days)),                 -- ISO weekdays
    allowed                 TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(allowed)),              -- exceptions
    is_permanent            INTEGER NOT NULL DEFAULT 1 CHECK (is_permanent IN (0, 1)),
    end_date                TEXT,
    session_id              TEXT,
    message_id              TEXT,
    quote                   TEXT NOT NULL DEFAULT '',
    span_start              INTEGER,
    span_end                INTEGER,
    confidence              REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source                  TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at              TEXT NOT NULL,
    retired_at              TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_non_negotiables_live ON user_non_negotiables (user_id, constraint_type, description) WHERE retired_at IS NULL;
CREATE INDEX user_non_negotiables_session ON user_non_negotiables (session_id, user_id);
CREATE INDEX user_non_negotiables_message ON user_non_negotiables (message_id, user_id);

CREATE TABLE user_upcoming_events (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    event_type_id       TEXT REFERENCES event_types (id),
    event_name          TEXT NOT NULL,
    event_category      TEXT CHECK (event_category IN ('race', 'competition', 'sport_season', 'personal_milestone', 'aesthetic_goal', 'health_goal')),
    event_date          TEXT,
    priority            INTEGER NOT NULL DEFAULT 3 CHECK (priority BETWEEN 1 AND 5),
    session_id          TEXT,
    message_id          TEXT,
    quote               TEXT NOT NULL DEFAULT '',
    span_start          INTEGER,
    span_end            INTEGER,
    confidence          REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    source              TEXT NOT NULL DEFAULT 'offline' CHECK (source IN ('offline', 'model', 'edited')),
    created_at          TEXT NOT NULL,
    retired_at          TEXT,
    FOREIGN KEY (session_id, user_id) REFERENCES consultation_sessions (session_id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (message_id, user_id) REFERENCES consultation_messages (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX user_upcoming_events_live ON user_upcoming_events (user_id, event_name) WHERE retired_at IS NULL;
CREATE INDEX user_upcoming_events_session ON user_upcoming_events (session_id, user_id);
CREATE INDEX user_upcoming_events_message ON user_upcoming_events (message_id, user_id);

CREATE TABLE safety_flags (
    id              TEXT PRIMARY KEY,
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    code            TEXT NOT NULL,
    source          TEXT NOT NULL CHECK (source IN ('onboarding', 'consultation', 'context', 'coach')),
    quote           TEXT NOT NULL DEFAULT '',
    span_start      INTEGER,
    span_end        INTEGER,
    session_id      TEXT,
    message_id      TEXT,
    created_at      TEXT NOT NULL,
    cleared_at      TEXT,                        -- by a person, never by a model
    cleared_note    TEXT
) STRICT;

CREATE UNIQUE INDEX safety_flags_live ON safety_flags (user_id, code) WHERE cleared_at IS NULL;

---------------------------------------------------------------------------------------------------
-- Programs (immutable) and what they consist of
---------------------------------------------------------------------------------------------------

CREATE TABLE programs (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    version                     INTEGER NOT NULL CHECK (version >= 1),       -- counts per person
    supersedes_id               TEXT,
    source                      TEXT NOT NULL CHECK (source IN ('consultation', 'onboarding', 'reassessment')),
    primary_goal                TEXT NOT NULL,
    program_start_date          TEXT NOT NULL,
    program_duration_weeks      INTEGER NOT NULL CHECK (program_duration_weeks BETWEEN 2 AND 16),
    seed                        INTEGER NOT NULL,
    inputs_hash                 TEXT NOT NULL,
    tdee                        TEXT NOT NULL CHECK (json_valid(tdee)),
    macros                      TEXT NOT NULL CHECK (json_valid(macros)),
    safety                      TEXT NOT NULL CHECK (json_valid(safety)),
    feasibility                 TEXT NOT NULL CHECK (json_valid(feasibility)),
    created_at                  TEXT NOT NULL,
    next_reassessment_date      TEXT,                                        -- these three may change
    status                      TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'superseded', 'completed', 'cancelled')),
    valid_until                 TEXT,                                        -- the first day it is no longer in force
    full_bundle                 TEXT NOT NULL CHECK (json_valid(full_bundle)), -- last: a row is read up to the column asked for
    UNIQUE (id, user_id),
    UNIQUE (user_id, version),
    FOREIGN KEY (supersedes_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX programs_active ON programs (user_id) WHERE status = 'active';
-- The due list of a batch: WHERE status = 'active' AND next_reassessment_date <= ? AND user_id BETWEEN ? AND ?.
CREATE INDEX programs_due ON programs (user_id, next_reassessment_date) WHERE status = 'active';
CREATE INDEX programs_supersedes ON programs (supersedes_id, user_id);

CREATE TABLE program_days (
    program_id          TEXT NOT NULL,
    user_id             TEXT NOT NULL,
    date                TEXT NOT NULL,
    week_index          INTEGER NOT NULL CHECK (week_index >= 1),
    day_index           INTEGER NOT NULL CHECK (day_index BETWEEN 1 AND 7),  -- ISO weekday, 1 Monday
    is_training_day     INTEGER NOT NULL CHECK (is_training_day IN (0, 1)),
    calories_kcal       REAL,
    protein_g           REAL,
    carbs_g             REAL,
    fat_g               REAL,
    fiber_g             REAL,
    PRIMARY KEY (program_id, date),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX program_days_user ON program_days (user_id, date);

CREATE TABLE session_instances (
    id                  TEXT PRIMARY KEY,
    program_id          TEXT NOT NULL,
    user_id             TEXT NOT NULL,
    date                TEXT NOT NULL,
    week_index          INTEGER NOT NULL CHECK (week_index >= 1),
    day_index           INTEGER NOT NULL CHECK (day_index BETWEEN 1 AND 7),
    start_time          TEXT NOT NULL,
    session_kind        TEXT NOT NULL CHECK (session_kind IN ('resistance', 'endurance', 'hiit', 'sport', 'mobility')),
    modality            TEXT NOT NULL,
    session_name        TEXT NOT NULL,
    duration_minutes    INTEGER NOT NULL CHECK (duration_minutes BETWEEN 5 AND 480),
    location            TEXT NOT NULL DEFAULT 'gym',
    is_deload           INTEGER NOT NULL DEFAULT 0 CHECK (is_deload IN (0, 1)),
    is_optional         INTEGER NOT NULL DEFAULT 0 CHECK (is_optional IN (0, 1)),
    net_kcal            REAL NOT NULL DEFAULT 0,
    notes               TEXT NOT NULL DEFAULT '',
    UNIQUE (id, user_id),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX session_instances_program_week ON session_instances (program_id, week_index, day_index);
CREATE INDEX session_instances_user_date ON session_instances (user_id, date);

CREATE TABLE exercise_plan_items (
    id                      TEXT PRIMARY KEY,
    session_instance_id     TEXT NOT NULL,
    user_id                 TEXT NOT NULL,
    order_index             INTEGER NOT NULL CHECK (order_index >= 1),
    exercise_id             TEXT NOT NULL REFERENCES exercises (id),
    name                    TEXT NOT NULL,
    sets                    INTEGER NOT NULL CHECK (sets BETWEEN 1 AND 30),
    rep_low                 INTEGER CHECK (rep_low BETWEEN 1 AND 1000),
    rep_high                INTEGER CHECK (rep_high BETWEEN 1 AND 1000),
    seconds                 INTEGER CHECK (seconds BETWEEN 1 AND 43200),
    metres                  REAL CHECK (metres > 0),
    rir                     INTEGER CHECK (rir BETWEEN 0 AND 10),
    rest_sec                INTEGER NOT NULL DEFAULT 0 CHECK (rest_sec BETWEEN 0 AND 1800),
    load_kg                 REAL CHECK (load_kg BETWEEN 0 AND 1000),  -- the projection made at generation
    is_warmup               INTEGER NOT NULL DEFAULT 0 CHECK (is_warmup IN (0, 1)),
    note                    TEXT NOT NULL DEFAULT '',
    substitution_reason     TEXT NOT NULL DEFAULT '',
    UNIQUE (session_instance_id, order_index),
    FOREIGN KEY (session_instance_id, user_id) REFERENCES session_instances (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX exercise_plan_items_user ON exercise_plan_items (user_id);

CREATE TABLE meal_instances (
    id              TEXT PRIMARY KEY,
    program_id      TEXT NOT NULL,
    user_id         TEXT NOT NULL,
    date            TEXT NOT NULL,
    week_index      INTEGER NOT NULL CHECK (week_index >= 1),
    day_index       INTEGER NOT NULL CHECK (day_index BETWEEN 1 AND 7),
    order_index     INTEGER NOT NULL CHECK (order_index >= 1),
    meal_type       TEXT NOT NULL CHECK (meal_type IN ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout', 'other')),
    meal_time_id    TEXT REFERENCES meal_times (id),
    time            TEXT NOT NULL,
    meal_name       TEXT NOT NULL,
    prep_minutes    INTEGER NOT NULL DEFAULT 0,
    kcal            REAL NOT NULL,
    protein_g       REAL NOT NULL,
    carbs_g         REAL NOT NULL,
    fat_g           REAL NOT NULL,
    fiber_g         REAL NOT NULL,
    UNIQUE (id, user_id),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX meal_instances_program_week_day ON meal_instances (program_id, week_index, day_index);
CREATE INDEX meal_instances_user_date ON meal_instances (user_id, date);

CREATE TABLE meal_item_plan (
    meal_instance_id    TEXT NOT NULL,
    user_id             TEXT NOT NULL,
    order_index         INTEGER NOT NULL CHECK (order_index >= 1),
    food_id             TEXT NOT NULL REFERENCES foods (id),
    food_name           TEXT NOT NULL,
    grams               REAL NOT NULL CHECK (grams > 0 AND grams <= 5000),
    serving             TEXT NOT NULL DEFAULT '',
    role                TEXT NOT NULL DEFAULT '',
    kcal                REAL NOT NULL,
    protein_g           REAL NOT NULL,
    carbs_g             REAL NOT NULL,
    fat_g               REAL NOT NULL,
    fiber_g             REAL NOT NULL,
    PRIMARY KEY (meal_instance_id, order_index),
    FOREIGN KEY (meal_instance_id, user_id) REFERENCES meal_instances (id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX meal_item_plan_user ON meal_item_plan (user_id);

---------------------------------------------------------------------------------------------------
-- Planning: the calendar, what bends it, and what came of it
---------------------------------------------------------------------------------------------------

-- A projection of the effective plan, rewritten from it; day_number is what people type.
CREATE TABLE calendar_events (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    program_id          TEXT NOT NULL,
    date                TEXT NOT NULL,
    day_number          INTEGER NOT NULL CHECK (day_number >= 1),
    event_type          TEXT NOT NULL CHECK (event_type IN ('training', 'meal')),
    ref_table           TEXT NOT NULL CHECK (ref_table IN ('session_instances', 'meal_instances')),
    ref_id              TEXT NOT NULL,
    start_time_utc      TEXT NOT NULL,
    end_time_utc        TEXT NOT NULL,
    local_tz            TEXT NOT NULL,
    start_time          TEXT NOT NULL,        -- wall clock in local_tz
    title               TEXT NOT NULL,
    details             TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
    status              TEXT NOT NULL DEFAULT 'planned' CHECK (status IN ('planned', 'cancelled')),
    sequence            INTEGER NOT NULL DEFAULT 0,
    created_at          TEXT NOT NULL,
    UNIQUE (program_id, date, day_number),
    UNIQUE (ref_table, ref_id),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX calendar_events_user_date ON calendar_events (user_id, date, day_number);

CREATE TABLE user_context_log (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    date                TEXT NOT NULL,
    sleep_hours         REAL CHECK (sleep_hours BETWEEN 0 AND 24),
    sleep_quality       INTEGER CHECK (sleep_quality BETWEEN 1 AND 10),
    stress_level        INTEGER CHECK (stress_level BETWEEN 1 AND 10),
    soreness_level      INTEGER CHECK (soreness_level BETWEEN 1 AND 10),
    energy_level        INTEGER CHECK (energy_level BETWEEN 1 AND 10),
    injury_notes        TEXT NOT NULL DEFAULT '',
    notes               TEXT NOT NULL DEFAULT '',
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    UNIQUE (user_id, date),                   -- a second one of a day updates it
    UNIQUE (id, user_id)
) STRICT;

CREATE TABLE day_overrides (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    program_id                  TEXT NOT NULL,
    number                      INTEGER NOT NULL CHECK (number >= 1),  -- one count per person, shared with plan_change_events
    date                        TEXT NOT NULL,
    reason_code                 TEXT NOT NULL CHECK (reason_code IN ('poor_sleep', 'high_stress', 'high_soreness', 'injury', 'low_adherence')),
    reason_text                 TEXT NOT NULL DEFAULT '',
    triggers                    TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(triggers)),
    modifications               TEXT NOT NULL CHECK (json_valid(modifications)),
    confidence                  REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    status                      TEXT NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'approved', 'rejected', 'auto_applied', 'expired', 'superseded', 'undone')),
    grace_period_expires_at     TEXT,         -- set where the person chose auto_apply
    supersedes_id               TEXT,         -- the applied one that this one replaced
    created_at                  TEXT NOT NULL,
    decided_at                  TEXT,
    undone_at                   TEXT,
    UNIQUE (id, user_id),
    UNIQUE (user_id, number),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (supersedes_id, user_id) REFERENCES day_overrides (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE UNIQUE INDEX day_overrides_pending ON day_overrides (user_id, date) WHERE status = 'pending';
CREATE UNIQUE INDEX day_overrides_applied ON day_overrides (user_id, date) WHERE status IN ('approved', 'auto_applied');
CREATE INDEX day_overrides_user_date ON day_overrides (user_id, date, status);
CREATE INDEX day_overrides_program ON day_overrides (program_id, user_id);
CREATE INDEX day_overrides_supersedes ON day_overrides (supersedes_id, user_id);

CREATE TABLE adjustment_preferences (
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    trigger             TEXT NOT NULL CHECK (trigger IN ('poor_sleep', 'high_stress', 'high_soreness', 'injury', 'low_adherence')),
    preference          TEXT NOT NULL DEFAULT 'ask_me' CHECK (preference IN ('auto_apply', 'ask_me', 'disable')),
    grace_minutes       INTEGER NOT NULL DEFAULT 120 CHECK (grace_minutes BETWEEN 0 AND 1440),
    undo_window_hours   INTEGER NOT NULL DEFAULT 24 CHECK (undo_window_hours BETWEEN 1 AND 168),
    updated_at          TEXT NOT NULL,
    PRIMARY KEY (user_id, trigger)
) STRICT, WITHOUT ROWID;

CREATE TABLE adjustment_feedback (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL,
    day_override_id             TEXT NOT NULL,
    action                      TEXT NOT NULL CHECK (action IN ('approved', 'rejected', 'undone', 'auto_applied', 'expired')),
    time_to_decision_seconds    INTEGER CHECK (time_to_decision_seconds >= 0),
    details                     TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
    created_at                  TEXT NOT NULL,
    FOREIGN KEY (day_override_id, user_id) REFERENCES day_overrides (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX adjustment_feedback_override ON adjustment_feedback (day_override_id, user_id);
CREATE INDEX adjustment_feedback_user ON adjustment_feedback (user_id, created_at);

CREATE TABLE adherence_records (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    planned_entity_type     TEXT NOT NULL CHECK (planned_entity_type IN ('session', 'meal')),
    planned_entity_id       TEXT NOT NULL,
    date                    TEXT NOT NULL,    -- the planned day
    status                  TEXT NOT NULL CHECK (status IN ('completed', 'similar', 'skipped')),
    similarity_score        REAL NOT NULL CHECK (similarity_score BETWEEN 0 AND 1),
    actual_ref_type         TEXT CHECK (actual_ref_type IN ('activity', 'meal')),
    actual_ref_id           TEXT,
    source                  TEXT NOT NULL CHECK (source IN ('auto', 'manual')),
    details                 TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(details)),
    created_at              TEXT NOT NULL,
    updated_at              TEXT NOT NULL,
    UNIQUE (planned_entity_id)
) STRICT;

-- Batch: sums per person and window.
CREATE INDEX adherence_records_user_date ON adherence_records (user_id, date, planned_entity_type, status, similarity_score);
CREATE INDEX adherence_records_created ON adherence_records (user_id, created_at DESC);
-- Undo of a log: which planned thing did this meal or activity fill?
CREATE INDEX adherence_records_actual ON adherence_records (actual_ref_id) WHERE actual_ref_id IS NOT NULL;

CREATE TABLE reassessments (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    program_id          TEXT,
    due_date            TEXT NOT NULL,
    as_of_date          TEXT NOT NULL,
    window_start_date   TEXT NOT NULL,
    window_end_date     TEXT NOT NULL,
    status              TEXT NOT NULL CHECK (status IN ('changed', 'unchanged', 'insufficient_data', 'refused')),
    evidence            TEXT NOT NULL CHECK (json_valid(evidence)),
    decision            TEXT NOT NULL CHECK (json_valid(decision)),
    controller_state    TEXT NOT NULL CHECK (json_valid(controller_state)),
    confidence          REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    inputs_hash         TEXT NOT NULL,
    created_at          TEXT NOT NULL,
    UNIQUE (user_id, due_date),               -- exactly once
    UNIQUE (id, user_id),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX reassessments_program ON reassessments (program_id, user_id);

-- Append-only. `diff` holds before, after and the reasons; `after` holds resolved results, never rules.
CREATE TABLE plan_change_events (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    program_id              TEXT NOT NULL,
    number                  INTEGER NOT NULL CHECK (number >= 1),
    change_type             TEXT NOT NULL CHECK (change_type IN ('calories', 'macros', 'volume', 'deload', 'swap', 'edit', 'move', 'cancel', 'reschedule', 'override', 'undo', 'new_version')),
    planned_entity_type     TEXT NOT NULL CHECK (planned_entity_type IN ('program', 'session', 'meal')),
    planned_entity_id       TEXT NOT NULL,
    effective_date          TEXT NOT NULL,
    reason_code             TEXT NOT NULL,
    reason_text             TEXT NOT NULL DEFAULT '',
    diff                    TEXT NOT NULL CHECK (json_valid(diff)),
    source                  TEXT NOT NULL CHECK (source IN ('reassessment', 'daily', 'user', 'coach')),
    reassessment_id         TEXT,
    undoes_event_id         TEXT UNIQUE,      -- an event can be undone once
    created_at              TEXT NOT NULL,
    UNIQUE (id, user_id),
    UNIQUE (user_id, number),
    FOREIGN KEY (program_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (reassessment_id, user_id) REFERENCES reassessments (id, user_id) ON DELETE CASCADE,
    FOREIGN KEY (undoes_event_id, user_id) REFERENCES plan_change_events (id, user_id) ON DELETE CASCADE
) STRICT;

-- The fold of a day: WHERE program_id = ? ORDER BY number.
CREATE INDEX plan_change_events_program ON plan_change_events (program_id, number);
CREATE INDEX plan_change_events_user ON plan_change_events (user_id, created_at DESC);
CREATE INDEX plan_change_events_reassessment ON plan_change_events (reassessment_id, user_id);

CREATE TABLE notifications (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    number              INTEGER NOT NULL CHECK (number >= 1),
    notification_type   TEXT NOT NULL CHECK (notification_type IN ('adjustment_pending', 'adjustment_auto_applied', 'reassessment_due', 'reassessment_complete', 'program_ready', 'personal_record', 'safety', 'general')),
    title               TEXT NOT NULL,
    message             TEXT NOT NULL,
    ref_type            TEXT CHECK (ref_type IN ('day_override', 'program', 'plan_change_event', 'reassessment', 'activity')),
    ref_id              TEXT,
    priority            TEXT NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
    created_at          TEXT NOT NULL,
    read_at             TEXT,
    expires_at          TEXT,
    UNIQUE (user_id, number)
) STRICT;

CREATE INDEX notifications_unread ON notifications (user_id, number) WHERE read_at IS NULL;

---------------------------------------------------------------------------------------------------
-- Activity
---------------------------------------------------------------------------------------------------

CREATE TABLE activity_templates (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    template_name       TEXT NOT NULL COLLATE NOCASE,
    category            TEXT NOT NULL CHECK (category IN ('cardio_steady', 'cardio_interval', 'strength', 'sports', 'flexibility', 'other')),
    template_data       TEXT NOT NULL CHECK (json_valid(template_data)),
    use_count           INTEGER NOT NULL DEFAULT 0 CHECK (use_count >= 0),
    last_used_at        TEXT,
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    UNIQUE (user_id, template_name)
) STRICT;

CREATE TABLE activities (
    id                              TEXT PRIMARY KEY,
    user_id                         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    category                        TEXT NOT NULL CHECK (category IN ('cardio_steady', 'cardio_interval', 'strength', 'sports', 'flexibility', 'other')),
    activity_name                   TEXT NOT NULL,
    start_time                      TEXT NOT NULL,           -- an instant, UTC (the design's name)
    end_time                        TEXT NOT NULL,
    local_date                      TEXT NOT NULL,
    duration_minutes                REAL NOT NULL CHECK (duration_minutes > 0 AND duration_minutes <= 2880),
    calories_burned                 REAL CHECK (calories_burned BETWEEN 0 AND 20000),  -- net of resting
    intensity_mets                  REAL CHECK (intensity_mets BETWEEN 0.9 AND 25),
    metrics                         TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(metrics)),
    planned_session_instance_id     TEXT,
    template_id                     TEXT REFERENCES activity_templates (id) ON DELETE SET NULL,
    source                          TEXT NOT NULL DEFAULT 'typed',
    original_text                   TEXT NOT NULL DEFAULT '',
    notes                           TEXT NOT NULL DEFAULT '',
    created_at                      TEXT NOT NULL,
    updated_at                      TEXT NOT NULL,
    deleted_at                      TEXT,
    UNIQUE (id, user_id),
    FOREIGN KEY (planned_session_instance_id, user_id) REFERENCES session_instances (id, user_id)
) STRICT;

CREATE INDEX activities_user_start ON activities (user_id, start_time DESC) WHERE deleted_at IS NULL;
-- Batch and day totals.
CREATE INDEX activities_user_date ON activities (user_id, local_date, calories_burned, duration_minutes, category) WHERE deleted_at IS NULL;
CREATE INDEX activities_planned ON activities (planned_session_instance_id, user_id);
CREATE INDEX activities_template ON activities (template_id);

CREATE TABLE exercise_sets (
    activity_id         TEXT NOT NULL,
    set_number          INTEGER NOT NULL CHECK (set_number BETWEEN 1 AND 500),
    user_id             TEXT NOT NULL,
    local_date          TEXT NOT NULL,
    exercise_id         TEXT REFERENCES exercises (id) ON DELETE SET NULL,   -- NULL: a name nobody knows yet
    exercise_name       TEXT NOT NULL,
    reps                INTEGER CHECK (reps BETWEEN 0 AND 1000),
    weight_kg           REAL CHECK (weight_kg BETWEEN -200 AND 1000),        -- negative: assistance
    is_bodyweight       INTEGER NOT NULL DEFAULT 0 CHECK (is_bodyweight IN (0, 1)),
    seconds             REAL CHECK (seconds > 0 AND seconds <= 86400),
    metres              REAL CHECK (metres > 0 AND metres <= 1000000),
    rpe                 REAL CHECK (rpe BETWEEN 0 AND 10 AND rpe * 2 = round(rpe * 2)),
    set_type            TEXT NOT NULL DEFAULT 'normal' CHECK (set_type IN ('normal', 'warmup', 'drop', 'failure', 'amrap')),
    superset_group      INTEGER,
    each_side           INTEGER NOT NULL DEFAULT 0 CHECK (each_side IN (0, 1)),
    notes               TEXT NOT NULL DEFAULT '',
    deleted_at          TEXT,                                                -- goes with its activity
    PRIMARY KEY (activity_id, set_number),
    CHECK (reps IS NOT NULL OR seconds IS NOT NULL OR metres IS NOT NULL),
    FOREIGN KEY (activity_id, user_id) REFERENCES activities (id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Load progression, records and the volume controller: a person's sets of an exercise up to a day.
CREATE INDEX exercise_sets_user_exercise ON exercise_sets (user_id, exercise_id, local_date, reps, weight_kg, rpe) WHERE deleted_at IS NULL;
CREATE INDEX exercise_sets_user_date ON exercise_sets (user_id, local_date, exercise_id, reps, weight_kg, rpe, set_type) WHERE deleted_at IS NULL;
CREATE INDEX exercise_sets_exercise ON exercise_sets (exercise_id);

---------------------------------------------------------------------------------------------------
-- Nutrition
---------------------------------------------------------------------------------------------------

CREATE TABLE meals (
    id                          TEXT PRIMARY KEY,
    user_id                     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    meal_type                   TEXT NOT NULL CHECK (meal_type IN ('breakfast', 'lunch', 'dinner', 'snack', 'pre_workout', 'post_workout', 'other')),
    logged_at                   TEXT NOT NULL,              -- when it was eaten
    local_date                  TEXT NOT NULL,
    total_cals                  REAL NOT NULL CHECK (total_cals BETWEEN 0 AND 30000),
    total_protein               REAL NOT NULL CHECK (total_protein >= 0),
    total_carbs                 REAL NOT NULL CHECK (total_carbs >= 0),
    total_fat                   REAL NOT NULL CHECK (total_fat >= 0),
    total_fiber                 REAL NOT NULL DEFAULT 0 CHECK (total_fiber >= 0),
    planned_meal_instance_id    TEXT,
    source                      TEXT NOT NULL DEFAULT 'typed',
    original_text               TEXT NOT NULL DEFAULT '',
    notes                       TEXT NOT NULL DEFAULT '',
    created_at                  TEXT NOT NULL,
    updated_at                  TEXT NOT NULL,
    deleted_at                  TEXT,
    UNIQUE (id, user_id),
    FOREIGN KEY (planned_meal_instance_id, user_id) REFERENCES meal_instances (id, user_id)
) STRICT;

CREATE INDEX meals_user_logged ON meals (user_id, logged_at DESC) WHERE deleted_at IS NULL;
-- Day totals and batch.
CREATE INDEX meals_user_date ON meals (user_id, local_date, total_cals, total_protein, total_carbs, total_fat, total_fiber) WHERE deleted_at IS NULL;
CREATE INDEX meals_planned ON meals (planned_meal_instance_id, user_id);

-- Nutrition is frozen here when it is logged: correcting a food never changes the past.
CREATE TABLE meal_items (
    meal_id         TEXT NOT NULL,
    position        INTEGER NOT NULL CHECK (position BETWEEN 1 AND 500),
    user_id         TEXT NOT NULL,
    food_id         TEXT REFERENCES foods (id) ON DELETE SET NULL,   -- NULL: a quick entry, or not recognised
    food_name       TEXT NOT NULL,
    text            TEXT NOT NULL DEFAULT '',                        -- the person's words
    quantity        REAL CHECK (quantity > 0),
    unit            TEXT NOT NULL DEFAULT '',
    grams           REAL CHECK (grams > 0 AND grams <= 20000),
    kcal            REAL NOT NULL CHECK (kcal >= 0),
    protein_g       REAL NOT NULL CHECK (protein_g >= 0),
    carbs_g         REAL NOT NULL CHECK (carbs_g >= 0),
    fat_g           REAL NOT NULL CHECK (fat_g >= 0),
    fiber_g         REAL NOT NULL DEFAULT 0 CHECK (fiber_g >= 0),
    confidence      REAL NOT NULL DEFAULT 1 CHECK (confidence BETWEEN 0 AND 1),
    PRIMARY KEY (meal_id, position),
    FOREIGN KEY (meal_id, user_id) REFERENCES meals (id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Recents and favourites first.
CREATE INDEX meal_items_user_food ON meal_items (user_id, food_id);
CREATE INDEX meal_items_food ON meal_items (food_id);

CREATE TABLE quick_meals (
    id              TEXT PRIMARY KEY,
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    meal_name       TEXT NOT NULL COLLATE NOCASE,
    total_cals      REAL NOT NULL,
    total_protein   REAL NOT NULL,
    total_carbs     REAL NOT NULL,
    total_fat       REAL NOT NULL,
    total_fiber     REAL NOT NULL DEFAULT 0,
    usage_count     INTEGER NOT NULL DEFAULT 0 CHECK (usage_count >= 0),
    last_used_at    TEXT,
    created_at      TEXT NOT NULL,
    updated_at      TEXT NOT NULL,
    UNIQUE (id, user_id),
    UNIQUE (user_id, meal_name)
) STRICT;

CREATE TABLE quick_meal_foods (
    quick_meal_id   TEXT NOT NULL,
    position        INTEGER NOT NULL CHECK (position BETWEEN 1 AND 500),
    user_id         TEXT NOT NULL,
    food_id         TEXT REFERENCES foods (id) ON DELETE SET NULL,
    food_name       TEXT NOT NULL,
    quantity        REAL CHECK (quantity > 0),
    unit            TEXT NOT NULL DEFAULT '',
    grams           REAL CHECK (grams > 0),
    kcal            REAL NOT NULL,
    protein_g       REAL NOT NULL,
    carbs_g         REAL NOT NULL,
    fat_g           REAL NOT NULL,
    fiber_g         REAL NOT NULL DEFAULT 0,
    PRIMARY KEY (quick_meal_id, position),
    FOREIGN KEY (quick_meal_id, user_id) REFERENCES quick_meals (id, user_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX quick_meal_foods_user ON quick_meal_foods (user_id);
CREATE INDEX quick_meal_foods_food ON quick_meal_foods (food_id);

---------------------------------------------------------------------------------------------------
-- Body, coach's chat
---------------------------------------------------------------------------------------------------

CREATE TABLE body_metrics (
    id                      TEXT PRIMARY KEY,
    user_id                 TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    recorded_at             TEXT NOT NULL,
    local_date              TEXT NOT NULL,
    weight_kg               REAL CHECK (weight_kg BETWEEN 30 AND 300),
    body_fat_percentage     REAL CHECK (body_fat_percentage BETWEEN 3 AND 60),
    girths                  TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(girths)),   -- {"waist_cm": 82.0}
    source                  TEXT NOT NULL DEFAULT 'typed',
    notes                   TEXT NOT NULL DEFAULT '',
    created_at              TEXT NOT NULL,
    updated_at              TEXT NOT NULL,
    deleted_at              TEXT,
    CHECK (weight_kg IS NOT NULL OR body_fat_percentage IS NOT NULL OR girths <> '{}')
) STRICT;

CREATE INDEX body_metrics_user_date ON body_metrics (user_id, local_date, recorded_at, weight_kg) WHERE deleted_at IS NULL;

CREATE TABLE coach_conversations (
    id                  TEXT PRIMARY KEY,
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    title               TEXT NOT NULL DEFAULT '',
    message_count       INTEGER NOT NULL DEFAULT 0 CHECK (message_count >= 0),
    archived            INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
    last_message_at     TEXT NOT NULL,
    created_at          TEXT NOT NULL,
    updated_at          TEXT NOT NULL,
    UNIQUE (id, user_id)
) STRICT;

CREATE INDEX coach_conversations_user ON coach_conversations (user_id, last_message_at DESC);

CREATE TABLE coach_messages (
    id                  TEXT PRIMARY KEY,
    conversation_id     TEXT NOT NULL,
    user_id             TEXT NOT NULL,
    position            INTEGER NOT NULL CHECK (position >= 1),
    role                TEXT NOT NULL CHECK (role IN ('user', 'assistant', 'tool', 'system')),
    content             TEXT NOT NULL,
    tool_calls          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tool_calls)),
    model               TEXT,
    prompt_tokens       INTEGER,
    answer_tokens       INTEGER,
    interrupted         INTEGER NOT NULL DEFAULT 0 CHECK (interrupted IN (0, 1)),
    created_at          TEXT NOT NULL,
    UNIQUE (conversation_id, position),
    FOREIGN KEY (conversation_id, user_id) REFERENCES coach_conversations (id, user_id) ON DELETE CASCADE
) STRICT;

CREATE INDEX coach_messages_user ON coach_messages (user_id);

---------------------------------------------------------------------------------------------------
-- Safe-keeping
---------------------------------------------------------------------------------------------------

-- What a logged row looked like before it was edited or removed, so that undo is exact.
CREATE TABLE log_revisions (
    id              TEXT PRIMARY KEY,
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    entity_type     TEXT NOT NULL CHECK (entity_type IN ('meal', 'activity', 'body_metric')),
    entity_id       TEXT NOT NULL,
    action          TEXT NOT NULL CHECK (action IN ('edit', 'remove')),
    before          TEXT NOT NULL CHECK (json_valid(before)),
    created_at      TEXT NOT NULL,
    undone_at       TEXT
) STRICT;

CREATE INDEX log_revisions_user ON log_revisions (user_id, entity_type, created_at DESC);
CREATE INDEX log_revisions_entity ON log_revisions (entity_id);

-- Source and the other tool's own id: importing a file twice adds nothing.
CREATE TABLE imports (
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    source          TEXT NOT NULL,
    external_id     TEXT NOT NULL,
    entity_type     TEXT NOT NULL,
    entity_id       TEXT NOT NULL,
    imported_at     TEXT NOT NULL,
    PRIMARY KEY (user_id, source, external_id)
) STRICT, WITHOUT ROWID;

-- Append-only, written by triggers. No foreign key: it outlives what it tells of; erasing a person deletes their rows.
CREATE TABLE audit_log (
    id              INTEGER PRIMARY KEY,
    recorded_at     TEXT NOT NULL,            -- the machine's own clock, whatever clock the run was given
    user_id         TEXT,
    table_name      TEXT NOT NULL,
    row_id          TEXT NOT NULL,
    action          TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    changes         TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(changes))
) STRICT;

CREATE INDEX audit_log_user ON audit_log (user_id, id);
CREATE INDEX audit_log_table ON audit_log (table_name, id);

-- What was eaten, burnt, done and weighed on a day: kept by the triggers below, so that today, charts and batch
-- reassessment never scan raw logs. A test rebuilds it and compares.
CREATE TABLE day_totals (
    user_id             TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    date                TEXT NOT NULL,
    meals_logged        INTEGER NOT NULL DEFAULT 0,
    kcal                REAL NOT NULL DEFAULT 0,
    protein_g           REAL NOT NULL DEFAULT 0,
    carbs_g             REAL NOT NULL DEFAULT 0,
    fat_g               REAL NOT NULL DEFAULT 0,
    fiber_g             REAL NOT NULL DEFAULT 0,
    activities_logged   INTEGER NOT NULL DEFAULT 0,
    active_minutes      REAL NOT NULL DEFAULT 0,
    burned_kcal         REAL NOT NULL DEFAULT 0,
    weigh_ins           INTEGER NOT NULL DEFAULT 0,
    weight_kg           REAL,                 -- the first of the day
    PRIMARY KEY (user_id, date)
) STRICT, WITHOUT ROWID;

---------------------------------------------------------------------------------------------------
-- Triggers: day totals
---------------------------------------------------------------------------------------------------

CREATE TRIGGER meals_totals_insert AFTER INSERT ON meals BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET (meals_logged, kcal, protein_g, carbs_g, fat_g, fiber_g) =
           (SELECT count(*), total(total_cals), total(total_protein), total(total_carbs), total(total_fat), total(total_fiber)
              FROM meals WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
END;

CREATE TRIGGER meals_totals_update AFTER UPDATE OF user_id, local_date, total_cals, total_protein, total_carbs, total_fat, total_fiber, deleted_at ON meals BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET (meals_logged, kcal, protein_g, carbs_g, fat_g, fiber_g) =
           (SELECT count(*), total(total_cals), total(total_protein), total(total_carbs), total(total_fat), total(total_fiber)
              FROM meals WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
    UPDATE day_totals
       SET (meals_logged, kcal, protein_g, carbs_g, fat_g, fiber_g) =
           (SELECT count(*), total(total_cals), total(total_protein), total(total_carbs), total(total_fat), total(total_fiber)
              FROM meals WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = NEW.user_id AND date = NEW.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER meals_totals_delete AFTER DELETE ON meals BEGIN
    UPDATE day_totals
       SET (meals_logged, kcal, protein_g, carbs_g, fat_g, fiber_g) =
           (SELECT count(*), total(total_cals), total(total_protein), total(total_carbs), total(total_fat), total(total_fiber)
              FROM meals WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER activities_totals_insert AFTER INSERT ON activities BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET (activities_logged, active_minutes, burned_kcal) =
           (SELECT count(*), total(duration_minutes), total(calories_burned)
              FROM activities WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
END;

CREATE TRIGGER activities_totals_update AFTER UPDATE OF user_id, local_date, duration_minutes, calories_burned, deleted_at ON activities BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET (activities_logged, active_minutes, burned_kcal) =
           (SELECT count(*), total(duration_minutes), total(calories_burned)
              FROM activities WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
    UPDATE day_totals
       SET (activities_logged, active_minutes, burned_kcal) =
           (SELECT count(*), total(duration_minutes), total(calories_burned)
              FROM activities WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = NEW.user_id AND date = NEW.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER activities_totals_delete AFTER DELETE ON activities BEGIN
    UPDATE day_totals
       SET (activities_logged, active_minutes, burned_kcal) =
           (SELECT count(*), total(duration_minutes), total(calories_burned)
              FROM activities WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER body_metrics_totals_insert AFTER INSERT ON body_metrics BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET weigh_ins = (SELECT count(weight_kg) FROM body_metrics WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL),
           weight_kg = (SELECT weight_kg FROM body_metrics
                         WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL AND weight_kg IS NOT NULL
                         ORDER BY recorded_at, id LIMIT 1)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
    DELETE FROM day_totals
     WHERE user_id = NEW.user_id AND date = NEW.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER body_metrics_totals_update AFTER UPDATE OF user_id, local_date, recorded_at, weight_kg, deleted_at ON body_metrics BEGIN
    INSERT OR IGNORE INTO day_totals (user_id, date) VALUES (NEW.user_id, NEW.local_date);
    UPDATE day_totals
       SET weigh_ins = (SELECT count(weight_kg) FROM body_metrics WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL),
           weight_kg = (SELECT weight_kg FROM body_metrics
                         WHERE user_id = NEW.user_id AND local_date = NEW.local_date AND deleted_at IS NULL AND weight_kg IS NOT NULL
                         ORDER BY recorded_at, id LIMIT 1)
     WHERE user_id = NEW.user_id AND date = NEW.local_date;
    UPDATE day_totals
       SET weigh_ins = (SELECT count(weight_kg) FROM body_metrics WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL),
           weight_kg = (SELECT weight_kg FROM body_metrics
                         WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL AND weight_kg IS NOT NULL
                         ORDER BY recorded_at, id LIMIT 1)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = NEW.user_id AND date = NEW.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

CREATE TRIGGER body_metrics_totals_delete AFTER DELETE ON body_metrics BEGIN
    UPDATE day_totals
       SET weigh_ins = (SELECT count(weight_kg) FROM body_metrics WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL),
           weight_kg = (SELECT weight_kg FROM body_metrics
                         WHERE user_id = OLD.user_id AND local_date = OLD.local_date AND deleted_at IS NULL AND weight_kg IS NOT NULL
                         ORDER BY recorded_at, id LIMIT 1)
     WHERE user_id = OLD.user_id AND date = OLD.local_date;
    DELETE FROM day_totals
     WHERE user_id = OLD.user_id AND date = OLD.local_date AND meals_logged = 0 AND activities_logged = 0 AND weigh_ins = 0;
END;

---------------------------------------------------------------------------------------------------
-- Triggers: what never changes. Erasing a person cascades: their auth_users row is gone first, so nothing refuses.
---------------------------------------------------------------------------------------------------

CREATE TRIGGER programs_immutable
BEFORE UPDATE OF id, user_id, version, supersedes_id, source, primary_goal, program_start_date, program_duration_weeks,
                 seed, inputs_hash, tdee, macros, safety, feasibility, full_bundle, created_at ON programs
BEGIN SELECT RAISE(ABORT, 'a program never changes: what changes a plan is an event'); END;

CREATE TRIGGER programs_kept BEFORE DELETE ON programs
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'programs are kept as long as their person is'); END;

CREATE TRIGGER program_days_immutable BEFORE UPDATE ON program_days
BEGIN SELECT RAISE(ABORT, 'program_days never change'); END;

CREATE TRIGGER program_days_kept BEFORE DELETE ON program_days
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'program_days are kept as long as their person is'); END;

CREATE TRIGGER session_instances_immutable BEFORE UPDATE ON session_instances
BEGIN SELECT RAISE(ABORT, 'session_instances never change'); END;

CREATE TRIGGER session_instances_kept BEFORE DELETE ON session_instances
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'session_instances are kept as long as their person is'); END;

CREATE TRIGGER exercise_plan_items_immutable BEFORE UPDATE ON exercise_plan_items
BEGIN SELECT RAISE(ABORT, 'exercise_plan_items never change'); END;

CREATE TRIGGER exercise_plan_items_kept BEFORE DELETE ON exercise_plan_items
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'exercise_plan_items are kept as long as their person is'); END;

CREATE TRIGGER meal_instances_immutable BEFORE UPDATE ON meal_instances
BEGIN SELECT RAISE(ABORT, 'meal_instances never change'); END;

CREATE TRIGGER meal_instances_kept BEFORE DELETE ON meal_instances
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'meal_instances are kept as long as their person is'); END;

CREATE TRIGGER meal_item_plan_immutable BEFORE UPDATE ON meal_item_plan
BEGIN SELECT RAISE(ABORT, 'meal_item_plan never change'); END;

CREATE TRIGGER meal_item_plan_kept BEFORE DELETE ON meal_item_plan
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'meal_item_plan are kept as long as their person is'); END;

CREATE TRIGGER plan_change_events_immutable BEFORE UPDATE ON plan_change_events
BEGIN SELECT RAISE(ABORT, 'plan_change_events never change'); END;

CREATE TRIGGER plan_change_events_kept BEFORE DELETE ON plan_change_events
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'plan_change_events are kept as long as their person is'); END;

CREATE TRIGGER audit_log_immutable BEFORE UPDATE ON audit_log
BEGIN SELECT RAISE(ABORT, 'audit_log never change'); END;

CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN SELECT RAISE(ABORT, 'audit_log are kept as long as their person is'); END;

-- A logged, planned or composed food must be shared or the person's own.
CREATE TRIGGER meal_items_own_food BEFORE INSERT ON meal_items
WHEN NEW.food_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM foods WHERE id = NEW.food_id AND (created_by IS NULL OR created_by = NEW.user_id))
BEGIN SELECT RAISE(ABORT, 'no such food'); END;

CREATE TRIGGER quick_meal_foods_own_food BEFORE INSERT ON quick_meal_foods
WHEN NEW.food_id IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM foods WHERE id = NEW.food_id AND (created_by IS NULL OR created_by = NEW.user_id))
BEGIN SELECT RAISE(ABORT, 'no such food'); END;

CREATE TRIGGER recipe_items_own_food BEFORE INSERT ON recipe_items
WHEN NOT EXISTS (
    SELECT 1 FROM foods WHERE id = NEW.item_food_id AND (created_by IS NULL OR created_by = NEW.created_by))
BEGIN SELECT RAISE(ABORT, 'no such food'); END;

---------------------------------------------------------------------------------------------------
-- Triggers: audit
---------------------------------------------------------------------------------------------------

CREATE TRIGGER profiles_audit_insert AFTER INSERT ON profiles
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.id, 'profiles', NEW.id, 'insert', '{}');
END;

CREATE TRIGGER profiles_audit_update AFTER UPDATE ON profiles
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.id, 'profiles', NEW.id, 'update', (SELECT json_group_object(name, json_array(before, after)) FROM (
SELECT 'biological_sex' AS name, OLD.biological_sex AS before, NEW.biological_sex AS after
        UNION ALL SELECT 'height_cm', OLD.height_cm, NEW.height_cm
        UNION ALL SELECT 'current_weight_kg', OLD.current_weight_kg, NEW.current_weight_kg
        UNION ALL SELECT 'primary_goal', OLD.primary_goal, NEW.primary_goal
        UNION ALL SELECT 'goal_weight_kg', OLD.goal_weight_kg, NEW.goal_weight_kg
        UNION ALL SELECT 'experience_level', OLD.experience_level, NEW.experience_level
        UNION ALL SELECT 'activity_level', OLD.activity_level, NEW.activity_level
        UNION ALL SELECT 'workout_frequency', OLD.workout_frequency, NEW.workout_frequency
        UNION ALL SELECT 'dietary_preference', OLD.dietary_preference, NEW.dietary_preference
        UNION ALL SELECT 'food_allergies', OLD.food_allergies, NEW.food_allergies
        UNION ALL SELECT 'conditions', OLD.conditions, NEW.conditions
        UNION ALL SELECT 'medications', OLD.medications, NEW.medications
        UNION ALL SELECT 'injuries', OLD.injuries, NEW.injuries
        UNION ALL SELECT 'daily_calorie_goal', OLD.daily_calorie_goal, NEW.daily_calorie_goal
        UNION ALL SELECT 'safety', OLD.safety, NEW.safety) WHERE before IS NOT after));
END;

CREATE TRIGGER programs_audit_insert AFTER INSERT ON programs
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'programs', NEW.id, 'insert', json_object('version', NEW.version));
END;

CREATE TRIGGER programs_audit_update AFTER UPDATE ON programs
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'programs', NEW.id, 'update', json_object('status', json_array(OLD.status, NEW.status), 'next_reassessment_date', json_array(OLD.next_reassessment_date, NEW.next_reassessment_date), 'valid_until', json_array(OLD.valid_until, NEW.valid_until)));
END;

CREATE TRIGGER day_overrides_audit_insert AFTER INSERT ON day_overrides
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'day_overrides', NEW.id, 'insert', json_object('number', NEW.number, 'reason_code', NEW.reason_code));
END;

CREATE TRIGGER day_overrides_audit_update AFTER UPDATE OF status ON day_overrides
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'day_overrides', NEW.id, 'update', json_object('status', json_array(OLD.status, NEW.status)));
END;

CREATE TRIGGER plan_change_events_audit_insert AFTER INSERT ON plan_change_events
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'plan_change_events', NEW.id, 'insert', json_object('number', NEW.number, 'change_type', NEW.change_type));
END;

CREATE TRIGGER consultation_keys_audit_insert AFTER INSERT ON consultation_keys
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.assigned_user_id, 'consultation_keys', NEW.id, 'insert', json_object('max_uses', NEW.max_uses));
END;

CREATE TRIGGER consultation_keys_audit_update AFTER UPDATE ON consultation_keys
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.assigned_user_id, 'consultation_keys', NEW.id, 'update', json_object('current_uses', json_array(OLD.current_uses, NEW.current_uses), 'is_active', json_array(OLD.is_active, NEW.is_active)));
END;

CREATE TRIGGER safety_flags_audit_insert AFTER INSERT ON safety_flags
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'safety_flags', NEW.id, 'insert', json_object('code', NEW.code));
END;

CREATE TRIGGER safety_flags_audit_update AFTER UPDATE OF cleared_at ON safety_flags
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), NEW.user_id, 'safety_flags', NEW.id, 'update', json_object('code', NEW.code, 'cleared_at', NEW.cleared_at));
END;

-- Deletions of what a person logged (an erased person leaves no trace: their rows here go with them).

CREATE TRIGGER meals_audit_delete AFTER DELETE ON meals
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), OLD.user_id, 'meals', OLD.id, 'delete', '{}');
END;

CREATE TRIGGER activities_audit_delete AFTER DELETE ON activities
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), OLD.user_id, 'activities', OLD.id, 'delete', '{}');
END;

CREATE TRIGGER body_metrics_audit_delete AFTER DELETE ON body_metrics
WHEN EXISTS (SELECT 1 FROM auth_users WHERE id = OLD.user_id)
BEGIN
    INSERT INTO audit_log (recorded_at, user_id, table_name, row_id, action, changes)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), OLD.user_id, 'body_metrics', OLD.id, 'delete', '{}');
END;

