-- A file of version 1, the first schema there was: two people with rows in every table of theirs, and only the
-- shared foods and exercises those rows need (one of each is no longer in the package, some have other values).
-- Frozen: never edit it, and add a file_v<n>.sql beside it for every later version.
PRAGMA application_id = 1397244996;
PRAGMA user_version = 1;
BEGIN;
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
CREATE TABLE auth_users (
    id          TEXT PRIMARY KEY,
    email       TEXT NOT NULL COLLATE NOCASE UNIQUE,
    role        TEXT NOT NULL DEFAULT 'client' CHECK (role IN ('client', 'coach')),
    created_at  TEXT NOT NULL
) STRICT;
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
CREATE TABLE recipe_items (
    food_id         TEXT NOT NULL REFERENCES foods (id) ON DELETE CASCADE,
    position        INTEGER NOT NULL CHECK (position >= 1),
    item_food_id    TEXT NOT NULL REFERENCES foods (id),
    grams           REAL NOT NULL CHECK (grams > 0 AND grams <= 20000),
    created_by      TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    PRIMARY KEY (food_id, position),
    CHECK (item_food_id <> food_id)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE foods_fts USING fts5 (food_id UNINDEXED, name, aliases, tokenize = 'porter unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE foods_trigram USING fts5 (food_id UNINDEXED, name, aliases, tokenize = 'trigram');
CREATE TABLE user_food_aliases (
    user_id     TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    alias       TEXT NOT NULL,                -- folded: lower case, no accents
    food_id     TEXT NOT NULL REFERENCES foods (id) ON DELETE CASCADE,
    grams       REAL CHECK (grams > 0),       -- NULL: the food's default portion
    created_at  TEXT NOT NULL,
    PRIMARY KEY (user_id, alias)
) STRICT, WITHOUT ROWID;
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
    created_by          TEXT REFERENCES auth_users (id) ON DELETE CASCADE,
    created_at          TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE exercises_fts USING fts5 (exercise_id UNINDEXED, name, aliases, tokenize = 'porter unicode61 remove_diacritics 2');
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
CREATE TABLE consultation_key_failures (
    id              TEXT PRIMARY KEY,
    attempted_at    TEXT NOT NULL
) STRICT;
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
    full_bundle                 TEXT NOT NULL CHECK (json_valid(full_bundle)),
    created_at                  TEXT NOT NULL,
    next_reassessment_date      TEXT,                                        -- these three may change
    status                      TEXT NOT NULL DEFAULT 'active' CHECK (status IN ('active', 'superseded', 'completed', 'cancelled')),
    valid_until                 TEXT,                                        -- the first day it is no longer in force
    UNIQUE (id, user_id),
    UNIQUE (user_id, version),
    FOREIGN KEY (supersedes_id, user_id) REFERENCES programs (id, user_id) ON DELETE CASCADE
) STRICT;
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
CREATE TABLE imports (
    user_id         TEXT NOT NULL REFERENCES auth_users (id) ON DELETE CASCADE,
    source          TEXT NOT NULL,
    external_id     TEXT NOT NULL,
    entity_type     TEXT NOT NULL,
    entity_id       TEXT NOT NULL,
    imported_at     TEXT NOT NULL,
    PRIMARY KEY (user_id, source, external_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE audit_log (
    id              INTEGER PRIMARY KEY,
    recorded_at     TEXT NOT NULL,            -- the machine's own clock, whatever clock the run was given
    user_id         TEXT,
    table_name      TEXT NOT NULL,
    row_id          TEXT NOT NULL,
    action          TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    changes         TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(changes))
) STRICT;
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
INSERT INTO reference_versions VALUES ('package', '0000000000000000000000000000000000000000000000000000000000000000');
INSERT INTO training_modalities VALUES ('strength_training', 'Strength training', 'Lifting to get stronger and bigger', 'resistance', 3, 1);
INSERT INTO meal_times VALUES ('breakfast', 'Breakfast', '08:00', 'breakfast', 2);
INSERT INTO meal_times VALUES ('dinner', 'Dinner', '19:00', 'dinner', 8);
INSERT INTO meal_times VALUES ('lunch', 'Lunch', '12:30', 'lunch', 4);
INSERT INTO event_types VALUES ('5k', '5K', 'race', 8, 1);
INSERT INTO met_activities VALUES ('aerobics', 'Aerobics, general', 'dance', '02000', 7.3);
INSERT INTO met_activities VALUES ('aerobics_high', 'Aerobics, high impact', 'dance', '02006', 8.0);
INSERT INTO met_activities VALUES ('aerobics_low', 'Aerobics, low impact', 'dance', '02005', 4.8);
INSERT INTO auth_users VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', 'lena@example.org', 'client', '2026-11-23T06:30:00Z');
INSERT INTO auth_users VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', 'omar@example.org', 'client', '2026-11-23T06:30:00Z');
INSERT INTO profiles VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', 'Lena', '1990-03-02', 0, 'female', 170.0, 74.0, NULL, NULL, 'lose_fat', NULL, 68.0, 'novice', 'lightly_active', 3, 60, 'none', '[]', NULL, 3, '["full_gym"]', '[]', '[]', '[]', '{}', '[]', 'metric', 'Europe/Berlin', 2.24250557142857132931e+03, 1740.0, 148.0, 170.0, 52.0, 25.0, -0.479, '{"tdee": {"bmr_kcal": 1463.6399999999999, "tdee_kcal": 2242.5055714285713, "tdee_low_kcal": 2018.2550142857142, "tdee_high_kcal": 2466.7561285714287, "multiplier": 1.5, "training_kcal": 47.04557142857142}, "reasons": [{"rule": "resting_energy", "before": null, "after": 1464, "because": "from 74 kg, 170 cm, 36 years and sex", "source": "Mifflin 1990 Am J Clin Nutr 51:241"}, {"rule": "activity", "before": 1464, "after": 2195, "because": "daily life apart from training is lightly active: x 1.50", "source": "FAO/WHO/UNU 2004 Human energy requirements"}, {"rule": "training_energy", "before": 2195, "after": 2243, "because": "457 kcal of training a week, of which the body saves 28 % elsewhere", "source": "Careau 2021 Curr Biol 31:4659"}, {"rule": "goal_rate", "before": null, "after": -0.65, "because": "% of body weight a week: loss at 33 % body fat", "source": "Helms 2014 JISSN 11:20; Garthe 2011 IJSNEM 21:97; Iraki 2019 Sports 7:154"}, {"rule": "energy_density", "before": 2243, "after": 1738, "because": "7336 kcal per kg of change at 33 % body fat", "source": "Hall 2008 Int J Obes 32:573"}, {"rule": "calories", "before": 1738, "after": 1740.0, "because": "rounded to ten", "source": ""}, {"rule": "protein", "before": null, "after": 148, "because": "2 g per kg of the weight (74.0 kg) for the goal lose fat", "source": "Morton 2018 BJSM 52:376; Jager 2017 JISSN 14:20"}, {"rule": "fat", "before": null, "after": 52, "because": "27% of the calories, and never below 37 g", "source": "IOM 2005 Dietary reference intakes; Whittaker & Wu 2021"}, {"rule": "carbohydrate", "before": null, "after": 170.0, "because": "what the calories leave after protein and fat", "source": "Thomas 2016 J Acad Nutr Diet 116:501; IOM 2005"}, {"rule": "fiber", "before": null, "after": 25.0, "because": "14 g per 1000 kcal", "source": "IOM 2005; EFSA 2010"}], "issues": [], "reaches_target_on": "2027-03-01"}', '{"level": "cleared", "blocked_for": [], "warnings": [], "constraints": [], "offered": [], "limits": {}, "agreed": []}', '2026-11-23T06:30:00Z', 'onboarding', 1, '2026-11-23T06:30:00Z', 0, NULL, '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z');
INSERT INTO profiles VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', 'Omar', '1984-08-21', 0, 'male', 181.0, 79.0, NULL, NULL, 'build_muscle', NULL, 83.0, 'novice', 'lightly_active', 3, 60, 'none', '[]', NULL, 3, '["full_gym"]', '[]', '[]', '[]', '{}', '[]', 'metric', 'Africa/Cairo', 2.63347778571428625584e+03, 2920.0, 142.0, 370.0, 97.0, 41.0, 0.301, '{"tdee": {"bmr_kcal": 1718.8200000000002, "tdee_kcal": 2633.4777857142863, "tdee_low_kcal": 2370.1300071428577, "tdee_high_kcal": 2896.8255642857152, "multiplier": 1.5, "training_kcal": 55.24778571428572}, "reasons": [{"rule": "resting_energy", "before": null, "after": 1719, "because": "from 79 kg, 181 cm, 42 years and sex", "source": "Mifflin 1990 Am J Clin Nutr 51:241"}, {"rule": "activity", "before": 1719, "after": 2578, "because": "daily life apart from training is lightly active: x 1.50", "source": "FAO/WHO/UNU 2004 Human energy requirements"}, {"rule": "training_energy", "before": 2578, "after": 2633, "because": "537 kcal of training a week, of which the body saves 28 % elsewhere", "source": "Careau 2021 Curr Biol 31:4659"}, {"rule": "goal_rate", "before": null, "after": 0.375, "because": "% of body weight a week: gain for novice lifters", "source": "Helms 2014 JISSN 11:20; Garthe 2011 IJSNEM 21:97; Iraki 2019 Sports 7:154"}, {"rule": "energy_density", "before": 2633, "after": 2916, "because": "6671 kcal per kg of change at 21 % body fat", "source": "Hall 2008 Int J Obes 32:573"}, {"rule": "calories", "before": 2916, "after": 2920.0, "because": "rounded to ten", "source": ""}, {"rule": "protein", "before": null, "after": 142, "because": "1.8 g per kg of the weight (79.0 kg) for the goal build muscle", "source": "Morton 2018 BJSM 52:376; Jager 2017 JISSN 14:20"}, {"rule": "fat", "before": null, "after": 97, "because": "30% of the calories, and never below 49 g", "source": "IOM 2005 Dietary reference intakes; Whittaker & Wu 2021"}, {"rule": "carbohydrate", "before": null, "after": 370.0, "because": "what the calories leave after protein and fat", "source": "Thomas 2016 J Acad Nutr Diet 116:501; IOM 2005"}, {"rule": "fiber", "before": null, "after": 41.0, "because": "14 g per 1000 kcal", "source": "IOM 2005; EFSA 2010"}], "issues": [], "reaches_target_on": "2027-03-01"}', '{"level": "cleared", "blocked_for": [], "warnings": [], "constraints": [], "offered": [], "limits": {}, "agreed": []}', '2026-11-23T06:30:00Z', 'onboarding', 1, '2026-11-23T06:30:00Z', 0, NULL, '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z');
INSERT INTO foods VALUES ('0193cccc-0001-7000-8000-0000000000f1', 'Banana on bread', NULL, '', '', '', 'as_sold', 190.0, 5.0, 38.0, 1.5, 0.0, NULL, NULL, NULL, 0.0, '', 0, 0, 0, 0, 0, 0, 'depends', 'depends', '', 0, '', '', 0.0, 0.0, 0.0, 0, 1, '', 0.0, 1.0, '', '', 'composed', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24T05:45:00Z', NULL);
INSERT INTO foods VALUES ('0193cccc-0002-7000-8000-0000000000f1', 'Banana on bread', NULL, '', '', '', 'as_sold', 190.0, 5.0, 38.0, 1.5, 0.0, NULL, NULL, NULL, 0.0, '', 0, 0, 0, 0, 0, 0, 'depends', 'depends', '', 0, '', '', 0.0, 0.0, 0.0, 0, 1, '', 0.0, 1.0, '', '', 'composed', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24T05:45:00Z', NULL);
INSERT INTO foods VALUES ('discontinued-muesli', 'Discontinued muesli', NULL, 'old muesli', '', '', 'as_sold', 370.0, 10.0, 66.0, 6.0, 0.0, NULL, NULL, NULL, 0.0, '', 0, 0, 0, 0, 0, 0, 'depends', 'depends', '', 0, 'grain', 'breakfast', 40.0, 80.0, 10.0, 0, 1, '', 0.0, 1.0, '', 'none', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('egg-whole', 'Egg, whole', NULL, 'hen egg|chicken egg|raw egg|whole egg|large egg|fresh egg|huevo|huevos|ovo|ovos|œuf|oeuf|oeufs|œufs', 'egg|eggs', 'eggs', 'raw', 143.0, 12.56, 0.72, 9.51, 0.0, 0.37, 3.13, 142.0, 0.0, 'piece_large', 1, 1, 0, 1, 1, 1, 'yes', 'yes', 'egg', 0, 'protein', 'breakfast|dinner|lunch|snack', 50.0, 200.0, 50.0, 8, 1, 'egg', 50.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('egg-fried', 'Egg, fried', NULL, 'fried eggs|sunny side up egg|eggs over easy|over easy egg|huevo frito|huevos fritos|ovo frito|oeuf au plat', '', 'eggs', 'cooked', 196.0, 13.61, 0.83, 14.84, 0.0, 0.4, 4.32, 207.0, 0.0, 'piece_large', 1, 1, 0, 1, 1, 1, 'yes', 'yes', 'egg', 0, 'protein', 'breakfast|dinner|lunch|snack', 46.0, 184.0, 46.0, 8, 1, 'egg', 50.0, 0.92, 'egg-whole', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('milk-semi-skimmed-2-pct', 'Milk, semi-skimmed 2%', NULL, '2% milk|semi skimmed milk|semi-skimmed milk|reduced fat milk|green top milk|leche semidesnatada|leite meio gordo|leite semidesnatado|lait demi-écrémé', '', 'dairy', 'as_sold', 50.0, 3.3, 4.8, 1.98, 0.0, 5.06, 1.26, 47.0, 0.0, 'glass', 0, 1, 0, 1, 0, 0, 'yes', 'yes', 'milk', 1, 'dairy', 'breakfast|dinner|lunch|post_workout|pre_workout|snack', 150.0, 400.0, 50.0, 0, 1, 'carton 1 l', 1000.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('turkey-mince-7-pct-fat-cooked', 'Turkey mince 7% fat, cooked', NULL, 'turkey mince|ground turkey|lean turkey mince|lean ground turkey|turkey mince 7%|93/7 ground turkey|carne picada de pavo|pavo molido|dinde hachée', 'ground turkey|turkey mince', 'poultry', 'cooked', 213.0, 27.1, 0.0, 11.6, 0.0, 0.0, 2.97, 90.0, 0.0, 'serving', 0, 0, 0, 0, 1, 1, 'depends', 'depends', '', 0, 'protein', 'dinner|lunch', 80.0, 250.0, 10.0, 25, 2, 'g', 500.0, 0.69, 'turkey-mince-7-pct-fat-raw', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('trout-fillet-cooked', 'Trout fillet, cooked', NULL, 'trout|rainbow trout|trucha|truta|truite', 'trout', 'fish_seafood', 'cooked', 168.0, 23.8, 0.0, 7.38, 0.0, 0.0, 1.65, 61.0, 0.0, 'fillet', 0, 0, 0, 1, 1, 1, 'yes', 'yes', 'fish', 0, 'protein', 'dinner|lunch', 80.0, 220.0, 10.0, 15, 3, 'g', 300.0, 0.84, 'trout-fillet-raw', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('prawns-cooked', 'Prawns, cooked', NULL, 'prawns|shrimp|shrimps|king prawns|boiled shrimp|tiger prawns|grilled shrimp|grilled prawns|gambas|camarones|langostinos|camarão|camarões|crevettes', 'prawns|shrimp|shrimps|camarones|gambas', 'fish_seafood', 'cooked', 119.0, 22.78, 1.52, 1.7, 0.0, 0.0, 0.52, 947.0, 0.0, 'serving', 0, 0, 0, 1, 1, 1, 'depends', 'no', 'crustacean', 0, 'lean_protein', 'dinner|lunch', 80.0, 220.0, 10.0, 10, 3, 'g', 300.0, 0.8, 'prawns-raw', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('cannellini-beans-canned-drained', 'Cannellini beans, canned, drained', NULL, 'cannellini beans|canned white beans|tinned cannellini|great northern beans|alubias de bote', 'cannellini beans', 'legumes', 'canned', 100.0, 7.0, 17.5, 0.5, 6.2, 0.5, 0.1, 220.0, 0.0, 'can', 0, 1, 1, 1, 0, 0, 'yes', 'depends', '', 0, 'legume', 'dinner|lunch', 80.0, 240.0, 10.0, 3, 1, 'can 400 g (240 g drained)', 240.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('red-lentil-pasta-cooked', 'Red lentil pasta, cooked', NULL, 'cooked lentil pasta|legume pasta', '', 'grains_pasta', 'cooked', 150.0, 10.9, 25.2, 0.9, 3.9, 0.9, 0.2, 5.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'depends', '', 0, 'legume', 'dinner|lunch', 100.0, 350.0, 10.0, 12, 2, 'pack 500 g', 500.0, 2.3, 'red-lentil-pasta-dry', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('white-rice-cooked', 'White rice, cooked', NULL, 'rice|boiled rice|steamed rice|cooked rice|long grain rice|white rice|plain rice|arroz|arroz blanco|arroz cocido|arroz branco|arroz cozido|riz|riz blanc|riz cuit', 'rice|white rice|arroz|riz', 'grains_pasta', 'cooked', 130.0, 2.69, 28.17, 0.28, 0.4, 0.05, 0.08, 1.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'yes', '', 0, 'grain', 'dinner|lunch', 80.0, 350.0, 10.0, 20, 1, 'bag 1 kg', 1000.0, 2.82, 'white-rice-dry', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('quinoa-cooked', 'Quinoa, cooked', NULL, 'quinoa|cooked quinoa|boiled quinoa|quinua|quinua cocida|quinoa cozida', 'quinoa|quinua', 'grains_pasta', 'cooked', 120.0, 4.4, 21.3, 1.92, 2.8, NULL, NULL, 7.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'yes', '', 0, 'grain', 'dinner|lunch', 80.0, 350.0, 10.0, 20, 2, 'bag 500 g', 500.0, 3.05, 'quinoa-dry', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('couscous-cooked', 'Couscous, cooked', NULL, 'couscous|cooked couscous|cuscús|cuscuz marroquino|semoule de couscous', 'couscous', 'grains_pasta', 'cooked', 112.0, 3.79, 23.22, 0.16, 1.4, 0.1, 0.03, 5.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'yes', 'gluten', 0, 'grain', 'dinner|lunch', 80.0, 350.0, 10.0, 6, 1, 'bag 500 g', 500.0, 3.34, 'couscous-dry', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('pasta-cooked', 'Pasta, cooked', NULL, 'pasta|spaghetti|penne|macaroni|fusilli|cooked pasta|boiled pasta|linguine|tagliatelle|farfalle|noodles (pasta)|rigatoni|pasta cocida|espaguetis|fideos|massa|macarrão|esparguete|espaguete|pâtes|pâtes cuites', 'pasta|spaghetti|macaroni|penne|macarrao|pates', 'grains_pasta', 'cooked', 158.0, 5.8, 30.86, 0.93, 1.8, 0.56, 0.18, 1.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'depends', 'gluten', 0, 'starch', 'dinner|lunch', 100.0, 350.0, 10.0, 12, 1, 'pack 500 g', 500.0, 2.39, 'pasta-dry', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('wholemeal-bread', 'Wholemeal bread', NULL, 'whole wheat bread|wholemeal bread|wholewheat bread|brown bread|whole grain bread|wholegrain bread|pan integral|pão integral|pain complet', 'wholemeal bread|whole wheat bread|brown bread|wholegrain bread', 'bread_wraps', 'as_sold', 247.0, 12.95, 41.29, 3.35, 6.8, 5.57, 0.75, 472.0, 0.0, 'slice', 1, 1, 1, 1, 0, 0, 'yes', 'depends', 'gluten', 0, 'bread', 'breakfast|dinner|lunch|snack', 36.0, 144.0, 36.0, 1, 1, 'loaf', 800.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('toast-wholemeal', 'Toast, wholemeal', NULL, 'wholemeal toast|whole wheat toast|brown toast|wholewheat toast|tostada integral|torrada integral', 'wholemeal toast|whole wheat toast|brown toast', 'bread_wraps', 'prepared', 306.0, 16.27, 51.16, 4.07, 9.2, 5.77, 0.92, 583.0, 0.0, 'slice', 1, 1, 1, 1, 0, 0, 'yes', 'depends', 'gluten', 0, 'bread', 'breakfast|lunch|pre_workout|snack', 32.0, 128.0, 32.0, 3, 1, 'loaf', 800.0, 0.89, 'wholemeal-bread', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('wheat-biscuit-cereal', 'Wheat biscuit cereal', NULL, 'weetabix biscuit|weetabix|weet-bix|wheat biscuits|galletas de trigo weetabix', 'weetabix|weet-bix', 'breakfast_cereal', 'as_sold', 362.0, 12.0, 79.0, 2.0, 10.0, 4.2, 0.6, 110.0, 0.0, 'piece_biscuit', 1, 1, 1, 1, 0, 0, 'yes', 'depends', 'gluten', 0, 'grain', 'breakfast|snack', 38.0, 76.0, 19.0, 1, 1, 'box 500 g', 500.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('cherry-tomatoes', 'Cherry tomatoes', NULL, 'cherry tomato|grape tomatoes|baby plum tomatoes|tomates cherry|tomate cereja|tomates cerises', 'cherry tomatoes|cherry tomato', 'vegetables', 'raw', 18.0, 0.88, 3.89, 0.2, 1.2, 2.63, 0.03, 5.0, 0.0, 'serving', 0, 1, 1, 1, 1, 1, 'yes', 'yes', '', 0, 'vegetable', 'breakfast|dinner|lunch|snack', 60.0, 200.0, 10.0, 3, 1, 'g', 300.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('avocado', 'Avocado', NULL, 'avocados|hass avocado|smashed avocado|sliced avocado|mashed avocado|ripe avocado|aguacate|palta|abacate|avocat (fruit)', 'avocado|avocados|aguacate|palta|abacate', 'fruit', 'raw', 160.0, 2.0, 8.53, 14.66, 6.7, 0.66, 2.13, 7.0, 0.0, 'piece_medium', 1, 1, 1, 1, 1, 1, 'yes', 'yes', '', 0, 'fat', 'breakfast|dinner|lunch|snack', 35.0, 140.0, 35.0, 2, 2, 'avocado', 140.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('courgette-cooked', 'Courgette, cooked', NULL, 'courgette|zucchini|cooked zucchini|grilled courgette|courgettes|summer squash|calabacín|zapallito italiano|abobrinha|courgettes cuites', 'courgette|zucchini', 'vegetables', 'cooked', 15.0, 1.14, 2.69, 0.36, 1.0, 1.71, 0.07, 3.0, 0.0, 'serving', 0, 1, 1, 1, 1, 1, 'yes', 'yes', '', 0, 'vegetable', 'dinner|lunch', 80.0, 250.0, 10.0, 12, 1, 'g', 300.0, 0.95, 'courgette-raw', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('roasted-mediterranean-vegetables', 'Roasted Mediterranean vegetables', NULL, 'roast vegetables|roasted vegetables|grilled vegetables|verduras asadas|legumes assados|légumes rôtis', 'roasted vegetables|roast vegetables', 'vegetables', 'cooked', 75.0, 1.8, 7.5, 4.2, 2.5, 5.0, 0.6, 60.0, 0.0, 'serving', 0, 1, 1, 1, 0, 1, 'yes', 'yes', '', 0, 'vegetable', 'dinner|lunch', 80.0, 250.0, 10.0, 35, 1, 'g', 500.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('ratatouille', 'Ratatouille', NULL, 'ratatouille (vegetable stew)|pisto|samfaina', 'ratatouille|pisto', 'meals', 'cooked', 67.0, 1.09, 5.77, 4.73, 1.9, 3.39, 0.75, 151.0, 0.0, 'serving', 0, 1, 1, 1, 1, 1, 'yes', 'yes', '', 0, 'vegetable', 'dinner|lunch', 80.0, 250.0, 10.0, 35, 1, 'g', 300.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('tomatoes-canned-chopped', 'Tomatoes, canned, chopped', NULL, 'chopped tomatoes|canned tomatoes|tinned tomatoes|diced tomatoes|tin of tomatoes|plum tomatoes canned|tomate triturado|tomate en lata|tomate pelado|tomates concassées', 'chopped tomatoes|canned tomatoes|tinned tomatoes', 'vegetables', 'canned', 17.0, 0.78, 4.0, 0.13, 1.0, 2.38, 0.02, 143.0, 0.0, 'can', 0, 1, 1, 1, 0, 1, 'yes', 'depends', '', 0, 'vegetable', 'dinner|lunch', 100.0, 200.0, 50.0, 5, 1, 'can 400 g', 400.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('banana', 'Banana as it was', NULL, 'bananas|ripe banana|plátano|banano|guineo|cambur|banane', 'banana|bananas|platano|plátano', 'fruit', 'raw', 88.0, 1.09, 22.84, 0.33, 2.6, 12.23, 0.11, 1.0, 0.0, 'piece_medium', 1, 1, 1, 1, 0, 1, 'yes', 'yes', '', 0, '', 'breakfast|dinner|lunch|post_workout|pre_workout|snack', 118.0, 236.0, 118.0, 1, 1, 'banana', 118.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('strawberries', 'Strawberries', NULL, 'strawberry|fresh strawberries|fresas|fresa|frutillas|morangos|morango|fraises', 'strawberries|strawberry|fresas|morango', 'fruit', 'raw', 32.0, 0.67, 7.68, 0.3, 2.0, 4.89, 0.01, 1.0, 0.0, 'serving', 0, 1, 1, 1, 1, 1, 'yes', 'yes', '', 0, 'fruit', 'breakfast|dinner|lunch|post_workout|pre_workout|snack', 80.0, 250.0, 10.0, 1, 2, 'punnet 250 g', 250.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('almonds', 'Almonds', NULL, 'almond|raw almonds|whole almonds|natural almonds|handful of almonds|almendras|almendra|amêndoas|amandes', 'almonds|almond', 'nuts_seeds', 'as_sold', 575.0, 21.22, 21.67, 49.42, 12.2, 3.89, 3.73, 1.0, 0.0, 'handful', 0, 1, 1, 1, 0, 1, 'yes', 'yes', 'tree_nut', 0, 'nut', 'breakfast|dinner|lunch|post_workout|snack', 15.0, 50.0, 5.0, 0, 2, 'bag 200 g', 200.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('tzatziki', 'Tzatziki', NULL, 'cucumber yoghurt dip|raita|cucumber raita|tzatziki de pepino', 'tzatziki|raita', 'sauces_condiments', 'as_sold', 95.0, 4.0, 4.5, 7.0, 0.4, 3.5, 4.0, 300.0, 0.0, 'tbsp', 0, 1, 0, 1, 1, 0, 'yes', 'depends', 'milk', 1, 'sauce', 'breakfast|dinner|lunch|snack', 30.0, 100.0, 10.0, 0, 1, 'bottle 300 g', 300.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('tomato-pasta-sauce', 'Tomato pasta sauce', NULL, 'pasta sauce|marinara sauce|tomato sauce|spaghetti sauce|marinara|arrabbiata sauce|napolitana sauce|salsa de tomate|tomate frito|molho de tomate|sauce tomate', 'pasta sauce|tomato sauce|marinara', 'sauces_condiments', 'prepared', 49.0, 1.41, 7.53, 1.48, 1.8, 5.5, 0.17, 419.0, 0.0, 'serving', 0, 1, 1, 1, 0, 0, 'yes', 'depends', '', 0, 'sauce', 'dinner|lunch', 80.0, 200.0, 10.0, 5, 1, 'jar 350 g', 350.0, 1.0, '', '', 'simple', NULL, '2026-01-01T00:00:00Z', NULL);
INSERT INTO foods VALUES ('01a20c95-d8d3-7075-8858-4e71d799c454', 'House bread', NULL, '', '', 'meals', 'as_sold', 250.0, 9.0, 48.0, 2.0, 0.0, NULL, NULL, NULL, 0.0, '', 0, 0, 0, 0, 0, 0, 'depends', 'depends', '', 0, '', '', 0.0, 0.0, 0.0, 0, 1, '', 0.0, 1.0, '', 'own', 'simple', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24T05:30:00Z', NULL);
INSERT INTO foods VALUES ('01a20c95-e7ae-7585-b508-19a725855489', 'House bread', NULL, '', '', 'meals', 'as_sold', 250.0, 9.0, 48.0, 2.0, 0.0, NULL, NULL, NULL, 0.0, '', 0, 0, 0, 0, 0, 0, 'depends', 'depends', '', 0, '', '', 0.0, 0.0, 0.0, 0, 1, '', 0.0, 1.0, '', 'own', 'simple', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24T05:30:00Z', NULL);
INSERT INTO food_servings VALUES ('0193cccc-0001-7000-8000-0000000000f1', 'slice', '1 slice', 'slice', '', 70.0, '01a20c94-e387-778e-9860-c8f301b53bc5', 0);
INSERT INTO food_servings VALUES ('0193cccc-0002-7000-8000-0000000000f1', 'slice', '1 slice', 'slice', '', 70.0, '01a20c95-1e40-7419-9700-00c41cb71ed8', 0);
INSERT INTO food_servings VALUES ('almonds', 'handful', '1 handful', 'handful', '', 28.0, NULL, 0);
INSERT INTO food_servings VALUES ('almonds', 'piece_almond', '1 almond', 'piece', '', 1.2, NULL, 1);
INSERT INTO food_servings VALUES ('avocado', 'piece_medium', '1 medium', 'piece', 'medium', 140.0, NULL, 0);
INSERT INTO food_servings VALUES ('avocado', 'piece_small', '1 small', 'piece', 'small', 100.0, NULL, 1);
INSERT INTO food_servings VALUES ('banana', 'bunch', '1 bunch', 'bunch', '', 900.0, NULL, 0);
INSERT INTO food_servings VALUES ('banana', 'piece_medium', '1 medium', 'piece', 'medium', 118.0, NULL, 0);
INSERT INTO food_servings VALUES ('banana', 'piece_small', '1 small', 'piece', 'small', 101.0, NULL, 1);
INSERT INTO food_servings VALUES ('cannellini-beans-canned-drained', 'can', '1 can', 'can', '', 240.0, NULL, 0);
INSERT INTO food_servings VALUES ('cannellini-beans-canned-drained', 'half_half_can', '1 half can', 'half', '', 120.0, NULL, 1);
INSERT INTO food_servings VALUES ('cherry-tomatoes', 'cup', '1 cup', 'cup', '', 149.0, NULL, 1);
INSERT INTO food_servings VALUES ('cherry-tomatoes', 'piece_tomato', '1 tomato', 'piece', '', 17.0, NULL, 0);
INSERT INTO food_servings VALUES ('courgette-cooked', 'cup_sliced', '1 cup (sliced)', 'cup', '', 180.0, NULL, 0);
INSERT INTO food_servings VALUES ('courgette-cooked', 'serving', '1 serving', 'serving', '', 80.0, NULL, 1);
INSERT INTO food_servings VALUES ('couscous-cooked', 'cup', '1 cup', 'cup', '', 157.0, NULL, 0);
INSERT INTO food_servings VALUES ('couscous-cooked', 'serving', '1 serving', 'serving', '', 150.0, NULL, 1);
INSERT INTO food_servings VALUES ('discontinued-muesli', 'bowl', '1 bowl', 'bowl', '', 60.0, NULL, 0);
INSERT INTO food_servings VALUES ('egg-fried', 'piece_large', '1 large', 'piece', 'large', 46.0, NULL, 0);
INSERT INTO food_servings VALUES ('egg-fried', 'piece_medium', '1 medium', 'piece', 'medium', 40.0, NULL, 1);
INSERT INTO food_servings VALUES ('egg-whole', 'piece_large', '1 large', 'piece', 'large', 50.0, NULL, 0);
INSERT INTO food_servings VALUES ('egg-whole', 'piece_small', '1 small', 'piece', 'small', 38.0, NULL, 1);
INSERT INTO food_servings VALUES ('milk-semi-skimmed-2-pct', 'glass', '1 glass', 'glass', '', 250.0, NULL, 0);
INSERT INTO food_servings VALUES ('milk-semi-skimmed-2-pct', 'pint', '1 pint', 'pint', '', 585.0, NULL, 1);
INSERT INTO food_servings VALUES ('pasta-cooked', 'cup', '1 cup', 'cup', '', 140.0, NULL, 0);
INSERT INTO food_servings VALUES ('pasta-cooked', 'serving', '1 serving', 'serving', '', 200.0, NULL, 1);
INSERT INTO food_servings VALUES ('prawns-cooked', 'piece_large', '1 large', 'piece', 'large', 7.0, NULL, 1);
INSERT INTO food_servings VALUES ('prawns-cooked', 'serving', '1 serving', 'serving', '', 100.0, NULL, 0);
INSERT INTO food_servings VALUES ('quinoa-cooked', 'cup', '1 cup', 'cup', '', 185.0, NULL, 0);
INSERT INTO food_servings VALUES ('quinoa-cooked', 'serving', '1 serving', 'serving', '', 150.0, NULL, 1);
INSERT INTO food_servings VALUES ('ratatouille', 'cup', '1 cup', 'cup', '', 214.0, NULL, 1);
INSERT INTO food_servings VALUES ('ratatouille', 'serving', '1 serving', 'serving', '', 150.0, NULL, 0);
INSERT INTO food_servings VALUES ('red-lentil-pasta-cooked', 'cup', '1 cup', 'cup', '', 140.0, NULL, 1);
INSERT INTO food_servings VALUES ('red-lentil-pasta-cooked', 'serving', '1 serving', 'serving', '', 200.0, NULL, 0);
INSERT INTO food_servings VALUES ('roasted-mediterranean-vegetables', 'cup', '1 cup', 'cup', '', 180.0, NULL, 1);
INSERT INTO food_servings VALUES ('roasted-mediterranean-vegetables', 'serving', '1 serving', 'serving', '', 150.0, NULL, 0);
INSERT INTO food_servings VALUES ('strawberries', 'piece_medium', '1 medium', 'piece', 'medium', 12.0, NULL, 0);
INSERT INTO food_servings VALUES ('strawberries', 'piece_small', '1 small', 'piece', 'small', 7.0, NULL, 1);
INSERT INTO food_servings VALUES ('toast-wholemeal', 'slice', '1 slice', 'slice', '', 32.0, NULL, 0);
INSERT INTO food_servings VALUES ('toast-wholemeal', 'slice_large', '1 large slice', 'slice', 'large', 40.0, NULL, 1);
INSERT INTO food_servings VALUES ('tomato-pasta-sauce', 'cup', '1 cup', 'cup', '', 257.0, NULL, 1);
INSERT INTO food_servings VALUES ('tomato-pasta-sauce', 'serving', '1 serving', 'serving', '', 120.0, NULL, 0);
INSERT INTO food_servings VALUES ('tomatoes-canned-chopped', 'can', '1 can', 'can', '', 400.0, NULL, 0);
INSERT INTO food_servings VALUES ('tomatoes-canned-chopped', 'half_half_can', '1 half can', 'half', '', 200.0, NULL, 1);
INSERT INTO food_servings VALUES ('trout-fillet-cooked', 'fillet', '1 fillet', 'fillet', '', 100.0, NULL, 0);
INSERT INTO food_servings VALUES ('trout-fillet-cooked', 'serving', '1 serving', 'serving', '', 120.0, NULL, 1);
INSERT INTO food_servings VALUES ('turkey-mince-7-pct-fat-cooked', 'cup', '1 cup', 'cup', '', 130.0, NULL, 1);
INSERT INTO food_servings VALUES ('turkey-mince-7-pct-fat-cooked', 'serving', '1 serving', 'serving', '', 100.0, NULL, 0);
INSERT INTO food_servings VALUES ('tzatziki', 'serving', '1 serving', 'serving', '', 50.0, NULL, 1);
INSERT INTO food_servings VALUES ('tzatziki', 'tbsp', '1 tbsp', 'tbsp', '', 15.0, NULL, 0);
INSERT INTO food_servings VALUES ('wheat-biscuit-cereal', 'piece_biscuit', '1 biscuit', 'piece', '', 19.0, NULL, 0);
INSERT INTO food_servings VALUES ('wheat-biscuit-cereal', 'serving', '1 serving', 'serving', '', 38.0, NULL, 1);
INSERT INTO food_servings VALUES ('white-rice-cooked', 'cup', '1 cup', 'cup', '', 158.0, NULL, 0);
INSERT INTO food_servings VALUES ('white-rice-cooked', 'serving', '1 serving', 'serving', '', 150.0, NULL, 1);
INSERT INTO food_servings VALUES ('wholemeal-bread', 'slice', '1 slice', 'slice', '', 36.0, NULL, 0);
INSERT INTO food_servings VALUES ('wholemeal-bread', 'slice_small', '1 small slice', 'slice', 'small', 28.0, NULL, 1);
INSERT INTO recipe_items VALUES ('0193cccc-0001-7000-8000-0000000000f1', 1, 'banana', 60.0, '01a20c94-e387-778e-9860-c8f301b53bc5');
INSERT INTO recipe_items VALUES ('0193cccc-0002-7000-8000-0000000000f1', 1, 'banana', 60.0, '01a20c95-1e40-7419-9700-00c41cb71ed8');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('almonds', 'Almonds', 'almond | raw almonds | whole almonds | natural almonds | handful of almonds | almendras | almendra | amêndoas | amandes');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('avocado', 'Avocado', 'avocados | hass avocado | smashed avocado | sliced avocado | mashed avocado | ripe avocado | aguacate | palta | abacate | avocat (fruit)');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('banana', 'Banana as it was', 'bananas | ripe banana | plátano | banano | guineo | cambur | banane');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('cannellini-beans-canned-drained', 'Cannellini beans, canned, drained', 'cannellini beans | canned white beans | tinned cannellini | great northern beans | alubias de bote');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('cherry-tomatoes', 'Cherry tomatoes', 'cherry tomato | grape tomatoes | baby plum tomatoes | tomates cherry | tomate cereja | tomates cerises');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('courgette-cooked', 'Courgette, cooked', 'courgette | zucchini | cooked zucchini | grilled courgette | courgettes | summer squash | calabacín | zapallito italiano | abobrinha | courgettes cuites');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('couscous-cooked', 'Couscous, cooked', 'couscous | cooked couscous | cuscús | cuscuz marroquino | semoule de couscous');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('discontinued-muesli', 'Discontinued muesli', 'old muesli');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('egg-fried', 'Egg, fried', 'fried eggs | sunny side up egg | eggs over easy | over easy egg | huevo frito | huevos fritos | ovo frito | oeuf au plat');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('egg-whole', 'Egg, whole', 'hen egg | chicken egg | raw egg | whole egg | large egg | fresh egg | huevo | huevos | ovo | ovos | œuf | oeuf | oeufs | œufs');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('milk-semi-skimmed-2-pct', 'Milk, semi-skimmed 2%', '2% milk | semi skimmed milk | semi-skimmed milk | reduced fat milk | green top milk | leche semidesnatada | leite meio gordo | leite semidesnatado | lait demi-écrémé');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('pasta-cooked', 'Pasta, cooked', 'pasta | spaghetti | penne | macaroni | fusilli | cooked pasta | boiled pasta | linguine | tagliatelle | farfalle | noodles (pasta) | rigatoni | pasta cocida | espaguetis | fideos | massa | macarrão | esparguete | espaguete | pâtes | pâtes cuites');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('prawns-cooked', 'Prawns, cooked', 'prawns | shrimp | shrimps | king prawns | boiled shrimp | tiger prawns | grilled shrimp | grilled prawns | gambas | camarones | langostinos | camarão | camarões | crevettes');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('quinoa-cooked', 'Quinoa, cooked', 'quinoa | cooked quinoa | boiled quinoa | quinua | quinua cocida | quinoa cozida');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('ratatouille', 'Ratatouille', 'ratatouille (vegetable stew) | pisto | samfaina');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('red-lentil-pasta-cooked', 'Red lentil pasta, cooked', 'cooked lentil pasta | legume pasta');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('roasted-mediterranean-vegetables', 'Roasted Mediterranean vegetables', 'roast vegetables | roasted vegetables | grilled vegetables | verduras asadas | legumes assados | légumes rôtis');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('strawberries', 'Strawberries', 'strawberry | fresh strawberries | fresas | fresa | frutillas | morangos | morango | fraises');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('toast-wholemeal', 'Toast, wholemeal', 'wholemeal toast | whole wheat toast | brown toast | wholewheat toast | tostada integral | torrada integral');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('tomato-pasta-sauce', 'Tomato pasta sauce', 'pasta sauce | marinara sauce | tomato sauce | spaghetti sauce | marinara | arrabbiata sauce | napolitana sauce | salsa de tomate | tomate frito | molho de tomate | sauce tomate');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('tomatoes-canned-chopped', 'Tomatoes, canned, chopped', 'chopped tomatoes | canned tomatoes | tinned tomatoes | diced tomatoes | tin of tomatoes | plum tomatoes canned | tomate triturado | tomate en lata | tomate pelado | tomates concassées');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('trout-fillet-cooked', 'Trout fillet, cooked', 'trout | rainbow trout | trucha | truta | truite');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('turkey-mince-7-pct-fat-cooked', 'Turkey mince 7% fat, cooked', 'turkey mince | ground turkey | lean turkey mince | lean ground turkey | turkey mince 7% | 93/7 ground turkey | carne picada de pavo | pavo molido | dinde hachée');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('tzatziki', 'Tzatziki', 'cucumber yoghurt dip | raita | cucumber raita | tzatziki de pepino');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('wheat-biscuit-cereal', 'Wheat biscuit cereal', 'weetabix biscuit | weetabix | weet-bix | wheat biscuits | galletas de trigo weetabix');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('white-rice-cooked', 'White rice, cooked', 'rice | boiled rice | steamed rice | cooked rice | long grain rice | white rice | plain rice | arroz | arroz blanco | arroz cocido | arroz branco | arroz cozido | riz | riz blanc | riz cuit');
INSERT INTO foods_fts (food_id, name, aliases) VALUES ('wholemeal-bread', 'Wholemeal bread', 'whole wheat bread | wholemeal bread | wholewheat bread | brown bread | whole grain bread | wholegrain bread | pan integral | pão integral | pain complet');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('almonds', 'Almonds', 'almond | raw almonds | whole almonds | natural almonds | handful of almonds | almendras | almendra | amêndoas | amandes');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('avocado', 'Avocado', 'avocados | hass avocado | smashed avocado | sliced avocado | mashed avocado | ripe avocado | aguacate | palta | abacate | avocat (fruit)');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('banana', 'Banana as it was', 'bananas | ripe banana | plátano | banano | guineo | cambur | banane');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('cannellini-beans-canned-drained', 'Cannellini beans, canned, drained', 'cannellini beans | canned white beans | tinned cannellini | great northern beans | alubias de bote');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('cherry-tomatoes', 'Cherry tomatoes', 'cherry tomato | grape tomatoes | baby plum tomatoes | tomates cherry | tomate cereja | tomates cerises');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('courgette-cooked', 'Courgette, cooked', 'courgette | zucchini | cooked zucchini | grilled courgette | courgettes | summer squash | calabacín | zapallito italiano | abobrinha | courgettes cuites');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('couscous-cooked', 'Couscous, cooked', 'couscous | cooked couscous | cuscús | cuscuz marroquino | semoule de couscous');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('discontinued-muesli', 'Discontinued muesli', 'old muesli');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('egg-fried', 'Egg, fried', 'fried eggs | sunny side up egg | eggs over easy | over easy egg | huevo frito | huevos fritos | ovo frito | oeuf au plat');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('egg-whole', 'Egg, whole', 'hen egg | chicken egg | raw egg | whole egg | large egg | fresh egg | huevo | huevos | ovo | ovos | œuf | oeuf | oeufs | œufs');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('milk-semi-skimmed-2-pct', 'Milk, semi-skimmed 2%', '2% milk | semi skimmed milk | semi-skimmed milk | reduced fat milk | green top milk | leche semidesnatada | leite meio gordo | leite semidesnatado | lait demi-écrémé');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('pasta-cooked', 'Pasta, cooked', 'pasta | spaghetti | penne | macaroni | fusilli | cooked pasta | boiled pasta | linguine | tagliatelle | farfalle | noodles (pasta) | rigatoni | pasta cocida | espaguetis | fideos | massa | macarrão | esparguete | espaguete | pâtes | pâtes cuites');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('prawns-cooked', 'Prawns, cooked', 'prawns | shrimp | shrimps | king prawns | boiled shrimp | tiger prawns | grilled shrimp | grilled prawns | gambas | camarones | langostinos | camarão | camarões | crevettes');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('quinoa-cooked', 'Quinoa, cooked', 'quinoa | cooked quinoa | boiled quinoa | quinua | quinua cocida | quinoa cozida');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('ratatouille', 'Ratatouille', 'ratatouille (vegetable stew) | pisto | samfaina');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('red-lentil-pasta-cooked', 'Red lentil pasta, cooked', 'cooked lentil pasta | legume pasta');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('roasted-mediterranean-vegetables', 'Roasted Mediterranean vegetables', 'roast vegetables | roasted vegetables | grilled vegetables | verduras asadas | legumes assados | légumes rôtis');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('strawberries', 'Strawberries', 'strawberry | fresh strawberries | fresas | fresa | frutillas | morangos | morango | fraises');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('toast-wholemeal', 'Toast, wholemeal', 'wholemeal toast | whole wheat toast | brown toast | wholewheat toast | tostada integral | torrada integral');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('tomato-pasta-sauce', 'Tomato pasta sauce', 'pasta sauce | marinara sauce | tomato sauce | spaghetti sauce | marinara | arrabbiata sauce | napolitana sauce | salsa de tomate | tomate frito | molho de tomate | sauce tomate');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('tomatoes-canned-chopped', 'Tomatoes, canned, chopped', 'chopped tomatoes | canned tomatoes | tinned tomatoes | diced tomatoes | tin of tomatoes | plum tomatoes canned | tomate triturado | tomate en lata | tomate pelado | tomates concassées');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('trout-fillet-cooked', 'Trout fillet, cooked', 'trout | rainbow trout | trucha | truta | truite');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('turkey-mince-7-pct-fat-cooked', 'Turkey mince 7% fat, cooked', 'turkey mince | ground turkey | lean turkey mince | lean ground turkey | turkey mince 7% | 93/7 ground turkey | carne picada de pavo | pavo molido | dinde hachée');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('tzatziki', 'Tzatziki', 'cucumber yoghurt dip | raita | cucumber raita | tzatziki de pepino');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('wheat-biscuit-cereal', 'Wheat biscuit cereal', 'weetabix biscuit | weetabix | weet-bix | wheat biscuits | galletas de trigo weetabix');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('white-rice-cooked', 'White rice, cooked', 'rice | boiled rice | steamed rice | cooked rice | long grain rice | white rice | plain rice | arroz | arroz blanco | arroz cocido | arroz branco | arroz cozido | riz | riz blanc | riz cuit');
INSERT INTO foods_trigram (food_id, name, aliases) VALUES ('wholemeal-bread', 'Wholemeal bread', 'whole wheat bread | wholemeal bread | wholewheat bread | brown bread | whole grain bread | wholegrain bread | pan integral | pão integral | pain complet');
INSERT INTO user_food_aliases VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', 'my muesli', 'discontinued-muesli', 60.0, '2026-11-24T05:45:00Z');
INSERT INTO user_food_aliases VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', 'my muesli', 'discontinued-muesli', 60.0, '2026-11-24T05:45:00Z');
INSERT INTO exercises VALUES ('0193cccc-0001-7000-8000-0000000000f2', 'Stairs with a rucksack', '', 'strength', 'quadriceps', '', '', '', '', 'beginner', 0, '', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24T05:45:00Z');
INSERT INTO exercises VALUES ('0193cccc-0002-7000-8000-0000000000f2', 'Stairs with a rucksack', '', 'strength', 'quadriceps', '', '', '', '', 'beginner', 0, '', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24T05:45:00Z');
INSERT INTO exercises VALUES ('discontinued-machine', 'Discontinued machine', '', 'strength', 'quadriceps', '', '', '', '', 'beginner', 0, '', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('barbell-back-squat', 'Squat as it was', 'squat|back squat|barbell squat|bb squat|high bar squat|low bar squat|high-bar squat|sentadilla|sentadilla con barra|agachamento|agachamento livre|agachamento com barra', 'strength', 'quadriceps', 'glutes|adductors|lower back|core', 'barbell|rack', 'compound', 'squat', 'advanced', 0, 'knee|lower back|hip', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('barbell-hip-thrust', 'Barbell Hip Thrust', 'hip thrust|bb hip thrust|elevacao pelvica|elevacion de cadera', 'strength', 'glutes', 'hamstrings', 'barbell|bench', 'compound', 'hip extension', 'intermediate', 0, '', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('lying-leg-curl', 'Lying Leg Curl', 'leg curl|hamstring curl|prone leg curl|mesa flexora|curl femoral', 'strength', 'hamstrings', 'calves', 'machine', 'isolation', 'knee flexion', 'beginner', 0, 'knee', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('standing-calf-raise-machine', 'Standing Calf Raise Machine', 'calf raise machine|standing calf raise|machine calf raise', 'strength', 'calves', '', 'machine', 'isolation', 'ankle plantarflexion', 'beginner', 0, 'ankle', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('barbell-bench-press', 'Barbell Bench Press', 'bench press|bench|bb bench|flat bench|flat bench press|barbell bench|chest bench press|press banca|press de banca|supino|supino reto|developpe couche', 'strength', 'chest', 'triceps|front delts', 'barbell|bench|rack', 'compound', 'horizontal push', 'intermediate', 0, 'shoulder|elbow', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('dumbbell-bench-press', 'Dumbbell Bench Press', 'db bench|db bench press|dumbbell press|dumbbell chest press|db press|flat dumbbell press|supino com halteres|press con mancuernas', 'strength', 'chest', 'triceps|front delts', 'dumbbell|bench', 'compound', 'horizontal push', 'beginner', 0, 'shoulder', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('lat-pulldown', 'Lat Pulldown', 'lat pull down|pulldown|pull down|cable pulldown|wide grip pulldown|lat pull|puxada|puxada alta|jalon|jalon al pecho|tirage vertical', 'strength', 'lats', 'biceps|upper back', 'cable', 'compound', 'vertical pull', 'beginner', 0, 'shoulder', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('machine-row', 'Machine Row', 'row machine|seated row machine|hammer strength row', 'strength', 'upper back', 'lats|biceps', 'machine', 'compound', 'horizontal pull', 'beginner', 0, '', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('hammer-curl', 'Hammer Curl', 'hammers|db hammer curl|dumbbell hammer curl|rosca martelo|curl martillo', 'strength', 'biceps', 'brachialis|forearms', 'dumbbell', 'isolation', 'elbow flexion', 'beginner', 0, '', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('triceps-pushdown', 'Triceps Pushdown', 'pushdown|tricep pushdown|cable pushdown|press down|triceps pulley|triceps na polia', 'strength', 'triceps', '', 'cable', 'isolation', 'elbow extension', 'beginner', 0, 'elbow', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('hanging-knee-raise', 'Hanging Knee Raise', 'knee raise|hanging knee raises|hanging knee tuck', 'strength', 'abdominals', 'hip flexors', 'pull-up bar', 'isolation', 'hip flexion', 'beginner', 0, 'shoulder', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('burpee', 'Burpee', 'burpees', 'conditioning', 'full body', 'chest|quadriceps', '', 'compound', 'full body', 'intermediate', 0, 'wrist|knee|lower back', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('easy-run', 'Easy Run', 'run|running|jog|jogging|easy jog|correr|corrida|course a pied|treadmill run', 'cardio', 'quadriceps', 'calves|hamstrings', '', '', 'cyclical', 'beginner', 0, 'knee|ankle', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises VALUES ('stationary-cycling', 'Stationary Cycling', 'exercise bike|stationary bike|spin bike|turbo trainer|bicicleta ergometrica', 'cardio', 'quadriceps', 'glutes', 'stationary bike', '', 'cyclical', 'beginner', 0, '', NULL, '2026-01-01T00:00:00Z');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('barbell-back-squat', 'Squat as it was', 'squat | back squat | barbell squat | bb squat | high bar squat | low bar squat | high-bar squat | sentadilla | sentadilla con barra | agachamento | agachamento livre | agachamento com barra');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('barbell-bench-press', 'Barbell Bench Press', 'bench press | bench | bb bench | flat bench | flat bench press | barbell bench | chest bench press | press banca | press de banca | supino | supino reto | developpe couche');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('barbell-hip-thrust', 'Barbell Hip Thrust', 'hip thrust | bb hip thrust | elevacao pelvica | elevacion de cadera');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('burpee', 'Burpee', 'burpees');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('discontinued-machine', 'Discontinued machine', '');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('dumbbell-bench-press', 'Dumbbell Bench Press', 'db bench | db bench press | dumbbell press | dumbbell chest press | db press | flat dumbbell press | supino com halteres | press con mancuernas');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('easy-run', 'Easy Run', 'run | running | jog | jogging | easy jog | correr | corrida | course a pied | treadmill run');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('hammer-curl', 'Hammer Curl', 'hammers | db hammer curl | dumbbell hammer curl | rosca martelo | curl martillo');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('hanging-knee-raise', 'Hanging Knee Raise', 'knee raise | hanging knee raises | hanging knee tuck');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('lat-pulldown', 'Lat Pulldown', 'lat pull down | pulldown | pull down | cable pulldown | wide grip pulldown | lat pull | puxada | puxada alta | jalon | jalon al pecho | tirage vertical');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('lying-leg-curl', 'Lying Leg Curl', 'leg curl | hamstring curl | prone leg curl | mesa flexora | curl femoral');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('machine-row', 'Machine Row', 'row machine | seated row machine | hammer strength row');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('standing-calf-raise-machine', 'Standing Calf Raise Machine', 'calf raise machine | standing calf raise | machine calf raise');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('stationary-cycling', 'Stationary Cycling', 'exercise bike | stationary bike | spin bike | turbo trainer | bicicleta ergometrica');
INSERT INTO exercises_fts (exercise_id, name, aliases) VALUES ('triceps-pushdown', 'Triceps Pushdown', 'pushdown | tricep pushdown | cable pushdown | press down | triceps pulley | triceps na polia');
INSERT INTO consultation_keys VALUES ('01a20c94-e462-7168-b312-04de369d4c80', 'b8e9109da6cfe00d55ef598489bcfeb0a2e67fe41021a01f6d8772f1f00700a8', 1, 1, NULL, '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'own key', NULL, '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z');
INSERT INTO consultation_keys VALUES ('01a20c95-1ede-724b-8f46-091bb388aab4', '1111f68d036540a85a755346ac6c70f3d0b9f364cd47366a8b4b754849bf0804', 1, 1, NULL, '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'own key', NULL, '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z');
INSERT INTO consultation_key_failures VALUES ('f1', '2026-11-24T05:45:00Z');
INSERT INTO consultation_sessions VALUES ('01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c94-e462-7168-b312-04de369d4c80', 'offline', 7, 100, '{"asked": {"avoid": 1, "exercises": 2, "level": 2, "modalities": 1}, "past": [{"message": "01a20c94-e842-775c-b383-a7c47fcf3acf", "state": {"asked": {"modalities": 1}, "settled": {}, "slot": "modalities"}}, {"message": "01a20c94-e8c4-77d4-a065-a2f8d87a7ce5", "state": {"asked": {"level": 1, "modalities": 1}, "settled": {}, "slot": "level", "slots": {"01a20c94-e842-775c-b383-a7c47fcf3acf": "modalities"}}}, {"message": "01a20c94-e8e6-7694-b53e-6db270beb292", "state": {"asked": {"level": 2, "modalities": 1}, "settled": {}, "slot": "level", "slots": {"01a20c94-e842-775c-b383-a7c47fcf3acf": "modalities", "01a20c94-e8c4-77d4-a065-a2f8d87a7ce5": "level"}}}, {"message": "01a20c94-e912-73fd-bb6f-2e5562734d28", "state": {"asked": {"exercises": 1, "level": 2, "modalities": 1}, "settled": {"level": "not_said"}, "slot": "exercises", "slots": {"01a20c94-e842-775c-b383-a7c47fcf3acf": "modalities", "01a20c94-e8c4-77d4-a065-a2f8d87a7ce5": "level", "01a20c94-e8e6-7694-b53e-6db270beb292": "level"}}}, {"message": "01a20c94-e936-73cf-b3a5-18abd9b3d751", "state": {"asked": {"exercises": 2, "level": 2, "modalities": 1}, "settled": {"level": "not_said"}, "slot": "exercises", "slots": {"01a20c94-e842-775c-b383-a7c47fcf3acf": "modalities", "01a20c94-e8c4-77d4-a065-a2f8d87a7ce5": "level", "01a20c94-e8e6-7694-b53e-6db270beb292": "level", "01a20c94-e912-73fd-bb6f-2e5562734d28": "exercises"}}}], "settled": {"avoid": "not_said", "diet": "not_said", "difficulties": "not_said", "events": "not_said", "foods": "not_said", "goals": "not_said", "health": "not_said", "level": "not_said", "meal_times": "not_said", "measure": "not_said", "must_haves": "not_said"}, "slot": "avoid", "slots": {"01a20c94-e842-775c-b383-a7c47fcf3acf": "modalities", "01a20c94-e8c4-77d4-a065-a2f8d87a7ce5": "level", "01a20c94-e8e6-7694-b53e-6db270beb292": "level", "01a20c94-e912-73fd-bb6f-2e5562734d28": "exercises", "01a20c94-e936-73cf-b3a5-18abd9b3d751": "exercises"}}', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', NULL);
INSERT INTO consultation_sessions VALUES ('01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-1ede-724b-8f46-091bb388aab4', 'offline', 7, 100, '{"asked": {"avoid": 1, "exercises": 2, "level": 2, "modalities": 1}, "past": [{"message": "01a20c95-2096-72d1-9954-7a751f6d694c", "state": {"asked": {"modalities": 1}, "settled": {}, "slot": "modalities"}}, {"message": "01a20c95-20b6-71dd-9ac1-fcf0692512a5", "state": {"asked": {"level": 1, "modalities": 1}, "settled": {}, "slot": "level", "slots": {"01a20c95-2096-72d1-9954-7a751f6d694c": "modalities"}}}, {"message": "01a20c95-20d1-74bd-a328-203d705d9478", "state": {"asked": {"level": 2, "modalities": 1}, "settled": {}, "slot": "level", "slots": {"01a20c95-2096-72d1-9954-7a751f6d694c": "modalities", "01a20c95-20b6-71dd-9ac1-fcf0692512a5": "level"}}}, {"message": "01a20c95-210a-768e-b80c-28f4540f994f", "state": {"asked": {"exercises": 1, "level": 2, "modalities": 1}, "settled": {"level": "not_said"}, "slot": "exercises", "slots": {"01a20c95-2096-72d1-9954-7a751f6d694c": "modalities", "01a20c95-20b6-71dd-9ac1-fcf0692512a5": "level", "01a20c95-20d1-74bd-a328-203d705d9478": "level"}}}, {"message": "01a20c95-2132-76bc-a13e-82a829400b1f", "state": {"asked": {"exercises": 2, "level": 2, "modalities": 1}, "settled": {"level": "not_said"}, "slot": "exercises", "slots": {"01a20c95-2096-72d1-9954-7a751f6d694c": "modalities", "01a20c95-20b6-71dd-9ac1-fcf0692512a5": "level", "01a20c95-20d1-74bd-a328-203d705d9478": "level", "01a20c95-210a-768e-b80c-28f4540f994f": "exercises"}}}], "settled": {"avoid": "not_said", "diet": "not_said", "difficulties": "not_said", "events": "not_said", "foods": "not_said", "goals": "not_said", "health": "not_said", "level": "not_said", "meal_times": "not_said", "measure": "not_said", "must_haves": "not_said"}, "slot": "avoid", "slots": {"01a20c95-2096-72d1-9954-7a751f6d694c": "modalities", "01a20c95-20b6-71dd-9ac1-fcf0692512a5": "level", "01a20c95-20d1-74bd-a328-203d705d9478": "level", "01a20c95-210a-768e-b80c-28f4540f994f": "exercises", "01a20c95-2132-76bc-a13e-82a829400b1f": "exercises"}}', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', '2026-11-23T06:30:00Z', NULL);
INSERT INTO consultation_key_usage VALUES ('01a20c94-e46d-74dd-b106-b76da54648f6', '01a20c94-e462-7168-b312-04de369d4c80', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c94-e46d-74dc-a2c4-957498749c44', '2026-11-23T06:30:00Z', 'laptop', 'sharpened/0.1.0 xterm');
INSERT INTO consultation_key_usage VALUES ('01a20c95-1ef7-7680-b002-096f781bd719', '01a20c95-1ede-724b-8f46-091bb388aab4', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '2026-11-23T06:30:00Z', 'laptop', 'sharpened/0.1.0 xterm');
INSERT INTO consultation_messages VALUES ('01a20c94-e82e-713d-bbe8-d138fbaee65e', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 1, 'assistant', 'Let us find out how you train, eat and live. Seven short sections; answer in your own words, in any order. /help shows what you can type.

What training do you do or have you done: which kinds, for how long, and do you like them?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e842-775c-b383-a7c47fcf3acf', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 1, 'user', 'I have lifted for a year. Squat 50 kg for 8, bench press 40 kg for 8. I hate burpees.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e8bb-71b1-9764-1c251ad93ed1', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 3, 1, 'assistant', 'How good are you at it: beginner, intermediate, advanced or expert?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e8c4-77d4-a065-a2f8d87a7ce5', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 1, 'user', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e8e2-70ab-a25c-64c8deb45ca3', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 5, 1, 'assistant', 'Beginner, intermediate, advanced or expert?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e8e6-7694-b53e-6db270beb292', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 6, 1, 'user', 'Breakfast 7:30, lunch 12:30, dinner 19:30.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e906-76bf-92e8-054d0c55ef4b', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 7, 2, 'assistant', 'Which exercises do you know? Weights, repetitions or minutes help: "squat 60 kg x 8, plank 1 min".', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e912-73fd-bb6f-2e5562734d28', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 8, 2, 'user', 'Oats with banana for breakfast, chicken and rice for lunch.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e92c-745d-94be-8b8590599148', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 9, 2, 'assistant', 'Any more exercises that you know? "None" is fine.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e936-73cf-b3a5-18abd9b3d751', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 10, 2, 'user', 'Squat 70 kg. There is a 10k run on 14 June. I often run out of time in the evening. Sundays are for my family.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c94-e96b-7232-a5af-597f91ee8d12', '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e387-778e-9860-c8f301b53bc5', 11, 2, 'assistant', 'Is there any exercise that you cannot or will not do?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-207c-7047-ad0f-230178777cd3', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 1, 'assistant', 'Let us find out how you train, eat and live. Seven short sections; answer in your own words, in any order. /help shows what you can type.

What training do you do or have you done: which kinds, for how long, and do you like them?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-2096-72d1-9954-7a751f6d694c', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 1, 'user', 'I have lifted for a year. Squat 50 kg for 8, bench press 40 kg for 8. I hate burpees.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-209c-770d-bbca-26018ccdc86c', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 3, 1, 'assistant', 'How good are you at it: beginner, intermediate, advanced or expert?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-20b6-71dd-9ac1-fcf0692512a5', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 4, 1, 'user', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-20c5-76fa-b9c3-d99f007a12ac', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 5, 1, 'assistant', 'Beginner, intermediate, advanced or expert?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-20d1-74bd-a328-203d705d9478', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 6, 1, 'user', 'Breakfast 7:30, lunch 12:30, dinner 19:30.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-2100-72d5-8cb2-732b9820f398', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 7, 2, 'assistant', 'Which exercises do you know? Weights, repetitions or minutes help: "squat 60 kg x 8, plank 1 min".', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-210a-768e-b80c-28f4540f994f', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 8, 2, 'user', 'Oats with banana for breakfast, chicken and rice for lunch.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-2127-73d2-8d61-bc511299f306', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 9, 2, 'assistant', 'Any more exercises that you know? "None" is fine.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-2132-76bc-a13e-82a829400b1f', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 10, 2, 'user', 'Squat 70 kg. There is a 10k run on 14 June. I often run out of time in the evening. Sundays are for my family.', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO consultation_messages VALUES ('01a20c95-2153-7442-921b-a368c8392f51', '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 11, 2, 'assistant', 'Is there any exercise that you cannot or will not do?', NULL, NULL, NULL, 0, '[]', NULL, '2026-11-23T06:30:00Z');
INSERT INTO user_training_modalities VALUES ('01a20c94-e8ae-7247-809a-331546e82e96', '01a20c94-e387-778e-9860-c8f301b53bc5', 'strength_training', NULL, NULL, 1.0, NULL, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e842-775c-b383-a7c47fcf3acf', 'I have lifted for a year', 7, 13, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_modalities VALUES ('01a20c95-2099-75a1-a168-139dcb59c302', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'strength_training', NULL, NULL, 1.0, NULL, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-2096-72d1-9954-7a751f6d694c', 'I have lifted for a year', 7, 13, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c94-e8af-7572-a42c-31e6b2fc8fd5', '01a20c94-e387-778e-9860-c8f301b53bc5', 'burpee', 'burpee', NULL, NULL, NULL, NULL, NULL, 0, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e842-775c-b383-a7c47fcf3acf', 'I hate burpees', 70, 84, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c94-e968-7724-9ecc-96c71d9efd21', '01a20c94-e387-778e-9860-c8f301b53bc5', 'barbell-back-squat', 'squat', NULL, NULL, 70.0, NULL, NULL, NULL, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e936-73cf-b3a5-18abd9b3d751', 'Squat 70 kg', 0, 11, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c94-e96a-76ee-ab7d-bedd5eac4186', '01a20c94-e387-778e-9860-c8f301b53bc5', 'easy-run', 'run', NULL, 'regularly', 14.0, NULL, NULL, NULL, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e936-73cf-b3a5-18abd9b3d751', 'I often run out of time in the evening', 44, 82, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c95-209a-718c-ab70-0137588306fe', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'burpee', 'burpee', NULL, NULL, NULL, NULL, NULL, 0, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-2096-72d1-9954-7a751f6d694c', 'I hate burpees', 70, 84, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c95-2145-7435-aa18-019dba8c95f0', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'barbell-back-squat', 'squat', NULL, NULL, 70.0, NULL, NULL, NULL, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-2132-76bc-a13e-82a829400b1f', 'Squat 70 kg', 0, 11, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('01a20c95-2152-76be-ab75-da4c2fdc6d82', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'easy-run', 'run', NULL, 'regularly', 14.0, NULL, NULL, NULL, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-2132-76bc-a13e-82a829400b1f', 'I often run out of time in the evening', 44, 82, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_familiar_exercises VALUES ('0193cccc-0001-7000-8000-0000000000ff', '01a20c94-e387-778e-9860-c8f301b53bc5', 'discontinued-machine', 'the old machine', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c94-e8d8-7294-8ad6-e1392cfecafc', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e8c4-77d4-a065-a2f8d87a7ce5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c94-e8d9-7583-9e06-a789e4ec510b', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e8c4-77d4-a065-a2f8d87a7ce5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c94-e8d9-7584-936e-d4fc2d25c4b9', '01a20c94-e387-778e-9860-c8f301b53bc5', 6, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c94-e46d-74dc-a2c4-957498749c44', '01a20c94-e8c4-77d4-a065-a2f8d87a7ce5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c95-20c4-7655-87d3-3c1e3b368d1d', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-20b6-71dd-9ac1-fcf0692512a5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c95-20c4-7656-bf8e-ddc42f6fa5a4', '01a20c95-1e40-7419-9700-00c41cb71ed8', 4, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-20b6-71dd-9ac1-fcf0692512a5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_training_availability VALUES ('01a20c95-20c4-7657-9747-7b8c4738fd7c', '01a20c95-1e40-7419-9700-00c41cb71ed8', 6, 'evening', '18:00', 60, 'gym', 1, NULL, '01a20c95-1ef6-765a-b2bd-98a52283afc6', '01a20c95-20b6-71dd-9ac1-fcf0692512a5', 'Tuesday, Thursday and Saturday at 6pm at the gym, one hour', 0, 58, 0.9, 'offline', '2026-11-23T06:30:00Z', NULL);
INSERT INTO user_preferred_meal_times VALUES ('0193cccc-0001-7000-8000-0000000000e3', '01a20c94-e387-778e-9860-c8f301b53bc5', 'breakfast', '07:30', NULL, NULL, 0, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_preferred_meal_times VALUES ('0193cccc-0002-7000-8000-0000000000e3', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'breakfast', '07:30', NULL, NULL, 0, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_typical_meal_foods VALUES ('0193cccc-0001-7000-8000-0000000000e4', '01a20c94-e387-778e-9860-c8f301b53bc5', 'discontinued-muesli', 'my muesli', 'breakfast', 'daily', 60.0, NULL, NULL, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_typical_meal_foods VALUES ('0193cccc-0002-7000-8000-0000000000e4', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'discontinued-muesli', 'my muesli', 'breakfast', 'daily', 60.0, NULL, NULL, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_improvement_goals VALUES ('0193cccc-0001-7000-8000-0000000000e1', '01a20c94-e387-778e-9860-c8f301b53bc5', 'strength', 'squat 70 kg', 'weight_kg', 50.0, 70.0, '2027-06-01', 3, 'barbell-back-squat', 'squat', NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_improvement_goals VALUES ('0193cccc-0002-7000-8000-0000000000e1', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'strength', 'squat 70 kg', 'weight_kg', 50.0, 70.0, '2027-06-01', 3, 'barbell-back-squat', 'squat', NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_difficulties VALUES ('0193cccc-0001-7000-8000-0000000000d1', '01a20c94-e387-778e-9860-c8f301b53bc5', 'time_management', 'late meetings', 3, 'weekly', NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_difficulties VALUES ('0193cccc-0002-7000-8000-0000000000d1', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'time_management', 'late meetings', 3, 'weekly', NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_non_negotiables VALUES ('0193cccc-0001-7000-8000-0000000000e2', '01a20c94-e387-778e-9860-c8f301b53bc5', 'rest_days', 'Sundays are for the family', '["liver"]', '[]', '[7]', '[]', 1, NULL, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_non_negotiables VALUES ('0193cccc-0002-7000-8000-0000000000e2', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'rest_days', 'Sundays are for the family', '["liver"]', '[]', '[7]', '[]', 1, NULL, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_upcoming_events VALUES ('0193cccc-0001-7000-8000-0000000000e5', '01a20c94-e387-778e-9860-c8f301b53bc5', '5k', 'town race', 'race', '2027-06-14', 3, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO user_upcoming_events VALUES ('0193cccc-0002-7000-8000-0000000000e5', '01a20c95-1e40-7419-9700-00c41cb71ed8', '5k', 'town race', 'race', '2027-06-14', 3, NULL, NULL, '', NULL, NULL, 1.0, 'edited', '2026-11-24T05:45:00Z', NULL);
INSERT INTO safety_flags VALUES ('0193cccc-0001-7000-8000-0000000000e6', '01a20c94-e387-778e-9860-c8f301b53bc5', 'dizziness', 'context', 'dizzy on Monday', NULL, NULL, NULL, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z', 'seen by a doctor');
INSERT INTO safety_flags VALUES ('0193cccc-0002-7000-8000-0000000000e6', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'dizziness', 'context', 'dizzy on Monday', NULL, NULL, NULL, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z', 'seen by a doctor');
INSERT INTO programs VALUES ('01a20c95-0494-7683-b639-bf617d9738cc', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, NULL, 'consultation', 'lose_fat', '2026-11-23', 12, 0, '9063a3506882c345c0dbddc6eb696f02', '{"bmr_kcal":1463.64,"tdee_kcal":2239.646,"tdee_low_kcal":2015.681,"tdee_high_kcal":2463.61,"multiplier":1.5,"training_kcal":44.186}', '{"calories_kcal":1740.0,"protein_g":148.0,"carbs_g":170.0,"fat_g":52.0,"fiber_g":25.0}', '{"level":"cleared","blocked_for":[],"warnings":[],"constraints":[],"offered":[],"limits":{}}', '{"score":0.955,"issues":[{"code":"weekly_sets_over","wanted":"back 6","possible":"back 7","because":"lifts for other muscles train back as well; it stays below what can be recovered from","options":[]}]}', '{"schema_version": 1, "source": "consultation", "primary_goal": "lose_fat", "program_start_date": "2026-11-23", "program_duration_weeks": 12, "seed": 0, "inputs_hash": "9063a3506882c345c0dbddc6eb696f02", "rate_kg_per_week": -0.477}', '2026-11-23T06:30:00Z', '2026-12-07', 'superseded', '2026-11-23');
INSERT INTO programs VALUES ('01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, '01a20c95-0494-7683-b639-bf617d9738cc', 'consultation', 'lose_fat', '2026-11-23', 12, 0, '9063a3506882c345c0dbddc6eb696f02', '{"bmr_kcal":1463.64,"tdee_kcal":2239.646,"tdee_low_kcal":2015.681,"tdee_high_kcal":2463.61,"multiplier":1.5,"training_kcal":44.186}', '{"calories_kcal":1740.0,"protein_g":148.0,"carbs_g":170.0,"fat_g":52.0,"fiber_g":25.0}', '{"level":"cleared","blocked_for":[],"warnings":[],"constraints":[],"offered":[],"limits":{}}', '{"score":0.955,"issues":[{"code":"weekly_sets_over","wanted":"back 6","possible":"back 7","because":"lifts for other muscles train back as well; it stays below what can be recovered from","options":[]}]}', '{"schema_version": 1, "source": "consultation", "primary_goal": "lose_fat", "program_start_date": "2026-11-23", "program_duration_weeks": 12, "seed": 0, "inputs_hash": "9063a3506882c345c0dbddc6eb696f02", "rate_kg_per_week": -0.477}', '2026-11-23T06:30:00Z', '2026-12-07', 'active', NULL);
INSERT INTO programs VALUES ('01a20c95-3918-72cb-aee3-23ed523894f4', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, NULL, 'consultation', 'build_muscle', '2026-11-23', 12, 0, '8bc9969a3b70a55850b79a892b16e534', '{"bmr_kcal":1718.82,"tdee_kcal":2626.923,"tdee_low_kcal":2364.23,"tdee_high_kcal":2889.615,"multiplier":1.5,"training_kcal":48.693}', '{"calories_kcal":2910.0,"protein_g":142.0,"carbs_g":367.0,"fat_g":97.0,"fiber_g":41.0}', '{"level":"cleared","blocked_for":[],"warnings":[],"constraints":[],"offered":[],"limits":{}}', '{"score":1.0,"issues":[]}', '{"schema_version": 1, "source": "consultation", "primary_goal": "build_muscle", "program_start_date": "2026-11-23", "program_duration_weeks": 12, "seed": 0, "inputs_hash": "8bc9969a3b70a55850b79a892b16e534", "rate_kg_per_week": 0.297}', '2026-11-23T06:30:00Z', '2026-12-07', 'superseded', '2026-11-23');
INSERT INTO programs VALUES ('01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, '01a20c95-3918-72cb-aee3-23ed523894f4', 'consultation', 'build_muscle', '2026-11-23', 12, 0, '8bc9969a3b70a55850b79a892b16e534', '{"bmr_kcal":1718.82,"tdee_kcal":2626.923,"tdee_low_kcal":2364.23,"tdee_high_kcal":2889.615,"multiplier":1.5,"training_kcal":48.693}', '{"calories_kcal":2910.0,"protein_g":142.0,"carbs_g":367.0,"fat_g":97.0,"fiber_g":41.0}', '{"level":"cleared","blocked_for":[],"warnings":[],"constraints":[],"offered":[],"limits":{}}', '{"score":1.0,"issues":[]}', '{"schema_version": 1, "source": "consultation", "primary_goal": "build_muscle", "program_start_date": "2026-11-23", "program_duration_weeks": 12, "seed": 0, "inputs_hash": "8bc9969a3b70a55850b79a892b16e534", "rate_kg_per_week": 0.297}', '2026-11-23T06:30:00Z', '2026-12-07', 'active', NULL);
INSERT INTO program_days VALUES ('01a20c95-0494-7683-b639-bf617d9738cc', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, 1, 1740.0, 148.0, 170.0, 52.0, 25.0);
INSERT INTO program_days VALUES ('01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, 1, 1740.0, 148.0, 170.0, 52.0, 25.0);
INSERT INTO program_days VALUES ('01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-25', 1, 3, 0, 1740.0, 148.0, 170.0, 52.0, 25.0);
INSERT INTO program_days VALUES ('01a20c95-3918-72cb-aee3-23ed523894f4', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, 1, 2910.0, 142.0, 367.0, 97.0, 41.0);
INSERT INTO program_days VALUES ('01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, 1, 2910.0, 142.0, 367.0, 97.0, 41.0);
INSERT INTO program_days VALUES ('01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-25', 1, 3, 0, 2910.0, 142.0, 367.0, 97.0, 41.0);
INSERT INTO session_instances VALUES ('01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, '18:00', 'resistance', 'strength_training', 'Full body A', 59, 'gym', 0, 0, 149.9, '');
INSERT INTO session_instances VALUES ('01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, '18:00', 'resistance', 'strength_training', 'Full body A', 55, 'gym', 0, 0, 164.1, '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7500-8be9-b1b74bcb936c', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'barbell-back-squat', 'Warm-up: Barbell Back Squat', 2, 4, 8, NULL, NULL, NULL, 45, NULL, 1, '30 kg x 8, 45 kg x 4', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7501-ab1a-d6686b9bbd0d', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'barbell-back-squat', 'Barbell Back Squat', 2, 6, 8, NULL, NULL, 4, 150, 62.5, 0, 'all sets at 8? add 2.5 kg next time', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7502-88a9-f7d3399c4418', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 3, 'dumbbell-bench-press', 'Warm-up: Dumbbell Bench Press', 2, 4, 8, NULL, NULL, NULL, 45, NULL, 1, '50% x 8, 70% x 4 of the load that you expect', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7503-aaaa-64793b750cc2', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 'dumbbell-bench-press', 'Dumbbell Bench Press', 3, 6, 10, NULL, NULL, 4, 150, NULL, 0, 'find a load: start light, add weight until 6 to 10 leave 4 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7504-89cf-802328514719', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 5, 'machine-row', 'Machine Row', 2, 8, 12, NULL, NULL, 4, 120, NULL, 0, 'find a load: start light, add weight until 8 to 12 leave 4 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7505-ae72-e713f45d14a9', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 6, 'lying-leg-curl', 'Lying Leg Curl', 2, 10, 15, NULL, NULL, 4, 75, NULL, 0, 'find a load: start light, add weight until 10 to 15 leave 4 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7506-ac15-2a2a193c22fb', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 7, 'triceps-pushdown', 'Triceps Pushdown', 2, 10, 15, NULL, NULL, 4, 75, NULL, 0, 'find a load: start light, add weight until 10 to 15 leave 4 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7507-bce2-35cf37b4c777', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 8, 'standing-calf-raise-machine', 'Standing Calf Raise Machine', 2, 10, 15, NULL, NULL, 4, 75, NULL, 0, 'find a load: start light, add weight until 10 to 15 leave 4 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-1c3d-7508-9a7d-5de8962c2924', '01a20c95-1c3d-74ff-8df3-806d7a402031', '01a20c94-e387-778e-9860-c8f301b53bc5', 9, 'stationary-cycling', 'Stationary Cycling', 1, NULL, NULL, 1080, NULL, NULL, 0, NULL, 0, 'easy (RPE 3-4): you can talk; leave it out when time is short', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771a-946e-0fea72b21050', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'barbell-back-squat', 'Warm-up: Barbell Back Squat', 2, 4, 8, NULL, NULL, NULL, 45, NULL, 1, '32.5 kg x 8, 45 kg x 4', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771b-a191-de9e2cc0ad1b', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'barbell-back-squat', 'Barbell Back Squat', 2, 6, 8, NULL, NULL, 3, 150, 65.0, 0, 'all sets at 8? add 2.5 kg next time', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771c-8a73-2a0f82811697', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 3, 'dumbbell-bench-press', 'Warm-up: Dumbbell Bench Press', 2, 4, 8, NULL, NULL, NULL, 45, NULL, 1, '50% x 8, 70% x 4 of the load that you expect', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771d-bb7c-3062568e811e', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 4, 'dumbbell-bench-press', 'Dumbbell Bench Press', 3, 6, 10, NULL, NULL, 3, 150, NULL, 0, 'find a load: start light, add weight until 6 to 10 leave 3 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771e-99ee-d1ff929ba6b7', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 5, 'lat-pulldown', 'Lat Pulldown', 2, 8, 12, NULL, NULL, 3, 120, NULL, 0, 'find a load: start light, add weight until 8 to 12 leave 3 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-771f-bffd-a398bc2ee02e', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 6, 'barbell-hip-thrust', 'Barbell Hip Thrust', 2, 8, 12, NULL, NULL, 3, 120, NULL, 0, 'find a load: start light, add weight until 8 to 12 leave 3 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-7720-aa44-2bfa5a7779c4', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 7, 'hammer-curl', 'Hammer Curl', 3, 10, 15, NULL, NULL, 3, 75, NULL, 0, 'find a load: start light, add weight until 10 to 15 leave 3 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-7721-96f4-d6faf24414f8', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 8, 'triceps-pushdown', 'Triceps Pushdown', 2, 10, 15, NULL, NULL, 3, 75, NULL, 0, 'find a load: start light, add weight until 10 to 15 leave 3 in reserve', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-7722-befa-f97ae9430ff7', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 9, 'hanging-knee-raise', 'Hanging Knee Raise', 2, 8, 15, NULL, NULL, 3, 60, NULL, 0, 'all sets at 15? slower, a harder variant, or more resistance', '');
INSERT INTO exercise_plan_items VALUES ('01a20c95-5795-7723-bdac-54d3c6e93c53', '01a20c95-5795-7719-be2b-1281cca3fb71', '01a20c95-1e40-7419-9700-00c41cb71ed8', 10, 'stationary-cycling', 'Stationary Cycling', 1, NULL, NULL, 480, NULL, NULL, 0, NULL, 0, 'easy (RPE 3-4): you can talk; leave it out when time is short', '');
INSERT INTO meal_instances VALUES ('01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, 1, 'breakfast', 'breakfast', '08:00', 'Wheat biscuit cereal, milk and strawberries', 1, 525.69, 22.581, 70.992, 19.675, 10.35);
INSERT INTO meal_instances VALUES ('01a20c95-1c47-7478-ab18-7438a50309ee', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, 2, 'lunch', 'lunch', '12:30', 'Prawns, pasta and tomatoes', 12, 511.7, 56.902, 57.086, 5.545, 5.82);
INSERT INTO meal_instances VALUES ('01a20c95-1c47-7479-b476-4f90da9cb5ef', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 2, 3, 'dinner', 'dinner', '18:30', 'Turkey mince, red lentil pasta and cherry tomatoes', 25, 689.1, 67.9, 47.295, 25.964, 9.0);
INSERT INTO meal_instances VALUES ('01a20c95-57a0-7336-8f05-0a7d8fb79055', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, 1, 'breakfast', 'breakfast', '08:00', 'Fried eggs, toast and cherry tomatoes', 8, 698.16, 41.367, 74.41, 26.089, 14.176);
INSERT INTO meal_instances VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, 2, 'lunch', 'lunch', '12:30', 'Couscous, trout fillet and ratatouille', 35, 1255.06, 61.456, 152.845, 45.114, 24.349);
INSERT INTO meal_instances VALUES ('01a20c95-57a0-7338-8472-54e42fa6b892', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 2, 3, 'dinner', 'dinner', '18:30', 'Cannellini beans, quinoa and roasted vegetables', 35, 942.5, 40.7, 139.8, 25.42, 31.33);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'wheat-biscuit-cereal', 'Wheat biscuit cereal', 57.0, '3 biscuits', 'grain', 206.34, 6.84, 45.03, 1.14, 5.7);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'milk-semi-skimmed-2-pct', 'Milk, semi-skimmed 2%', 300.0, '1¼ cups', 'dairy', 150.0, 9.9, 14.4, 5.94, 0.0);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '01a20c94-e387-778e-9860-c8f301b53bc5', 3, 'strawberries', 'Strawberries', 80.0, '1 handful', 'fruit', 25.6, 0.536, 6.144, 0.24, 1.6);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 'almonds', 'Almonds', 25.0, '3 tbsp (chopped)', 'nut', 143.75, 5.305, 5.418, 12.355, 3.05);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7478-ab18-7438a50309ee', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'prawns-cooked', 'Prawns, cooked', 200.0, '200 g', 'lean_protein', 238.0, 45.56, 3.04, 3.4, 0.0);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7478-ab18-7438a50309ee', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'pasta-cooked', 'Pasta, cooked', 140.0, '140 g', 'starch', 221.2, 8.12, 43.204, 1.302, 2.52);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7478-ab18-7438a50309ee', '01a20c94-e387-778e-9860-c8f301b53bc5', 3, 'tomatoes-canned-chopped', 'Tomatoes, canned, chopped', 150.0, '150 g', 'vegetable', 25.5, 1.17, 6.0, 0.195, 1.5);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7478-ab18-7438a50309ee', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 'courgette-cooked', 'Courgette, cooked', 180.0, '180 g', 'vegetable', 27.0, 2.052, 4.842, 0.648, 1.8);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7479-b476-4f90da9cb5ef', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'turkey-mince-7-pct-fat-cooked', 'Turkey mince 7% fat, cooked', 190.0, '190 g', 'protein', 404.7, 51.49, 0.0, 22.04, 0.0);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7479-b476-4f90da9cb5ef', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'red-lentil-pasta-cooked', 'Red lentil pasta, cooked', 120.0, '120 g', 'legume', 180.0, 13.08, 30.24, 1.08, 4.68);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7479-b476-4f90da9cb5ef', '01a20c94-e387-778e-9860-c8f301b53bc5', 3, 'tomato-pasta-sauce', 'Tomato pasta sauce', 180.0, '180 g', 'sauce', 88.2, 2.538, 13.554, 2.664, 3.24);
INSERT INTO meal_item_plan VALUES ('01a20c95-1c47-7479-b476-4f90da9cb5ef', '01a20c94-e387-778e-9860-c8f301b53bc5', 4, 'cherry-tomatoes', 'Cherry tomatoes', 90.0, '90 g', 'vegetable', 16.2, 0.792, 3.501, 0.18, 1.08);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7336-8f05-0a7d8fb79055', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'egg-fried', 'Egg, fried', 138.0, '3 large', 'protein', 270.48, 18.782, 1.145, 20.479, 0.0);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7336-8f05-0a7d8fb79055', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'toast-wholemeal', 'Toast, wholemeal', 128.0, '4 slices', 'bread', 391.68, 20.826, 65.485, 5.21, 11.776);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7336-8f05-0a7d8fb79055', '01a20c95-1e40-7419-9700-00c41cb71ed8', 3, 'cherry-tomatoes', 'Cherry tomatoes', 200.0, '200 g', 'vegetable', 36.0, 1.76, 7.78, 0.4, 2.4);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'couscous-cooked', 'Couscous, cooked', 350.0, '2¼ cups cooked', 'grain', 392.0, 13.265, 81.27, 0.56, 4.9);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'trout-fillet-cooked', 'Trout fillet, cooked', 110.0, '110 g', 'protein', 184.8, 26.18, 0.0, 8.118, 0.0);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 3, 'ratatouille', 'Ratatouille', 250.0, '250 g', 'vegetable', 167.5, 2.725, 14.425, 11.825, 4.75);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 4, 'tzatziki', 'Tzatziki', 80.0, '80 g', 'sauce', 76.0, 3.2, 3.6, 5.6, 0.32);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 5, 'wholemeal-bread', 'Wholemeal bread', 108.0, '3 slices', 'bread', 266.76, 13.986, 44.593, 3.618, 7.344);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7337-8276-1899eed24199', '01a20c95-1e40-7419-9700-00c41cb71ed8', 6, 'avocado', 'Avocado', 105.0, '¾ medium', 'fat', 168.0, 2.1, 8.957, 15.393, 7.035);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7338-8472-54e42fa6b892', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'cannellini-beans-canned-drained', 'Cannellini beans, canned, drained', 240.0, '1 can', 'legume', 240.0, 16.8, 42.0, 1.2, 14.88);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7338-8472-54e42fa6b892', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'quinoa-cooked', 'Quinoa, cooked', 350.0, '2 cups cooked', 'grain', 420.0, 15.4, 74.55, 6.72, 9.8);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7338-8472-54e42fa6b892', '01a20c95-1e40-7419-9700-00c41cb71ed8', 3, 'roasted-mediterranean-vegetables', 'Roasted Mediterranean vegetables', 250.0, '250 g', 'vegetable', 187.5, 4.5, 18.75, 10.5, 6.25);
INSERT INTO meal_item_plan VALUES ('01a20c95-57a0-7338-8472-54e42fa6b892', '01a20c95-1e40-7419-9700-00c41cb71ed8', 4, 'tzatziki', 'Tzatziki', 100.0, '100 g', 'sauce', 95.0, 4.0, 4.5, 7.0, 0.4);
INSERT INTO calendar_events VALUES ('01a20c95-1c5e-73da-8729-6d01802f53f2', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '2026-11-24', 1, 'meal', 'meal_instances', '01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '2026-11-24T07:00:00Z', '2026-11-24T07:30:00Z', 'Europe/Berlin', '08:00', 'Wheat biscuit cereal, milk and strawberries', '{"meal_type": "breakfast"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-1c5e-73db-832d-740e4f97485a', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '2026-11-24', 2, 'meal', 'meal_instances', '01a20c95-1c47-7478-ab18-7438a50309ee', '2026-11-24T11:30:00Z', '2026-11-24T12:00:00Z', 'Europe/Berlin', '12:30', 'Prawns, pasta and tomatoes', '{"meal_type": "lunch"}', 'cancelled', 1, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-1c5e-73dc-9efa-58f1039ed605', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '2026-11-24', 3, 'training', 'session_instances', '01a20c95-1c3d-74ff-8df3-806d7a402031', '2026-11-24T17:00:00Z', '2026-11-24T17:59:00Z', 'Europe/Berlin', '18:00', 'Full body A', '{"session_kind": "resistance", "location": "gym"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-1c5e-73dd-aa3e-be02f7040790', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '2026-11-24', 4, 'meal', 'meal_instances', '01a20c95-1c47-7479-b476-4f90da9cb5ef', '2026-11-24T17:30:00Z', '2026-11-24T18:00:00Z', 'Europe/Berlin', '18:30', 'Turkey mince, red lentil pasta and cherry tomatoes', '{"meal_type": "dinner"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-57b6-7432-823c-2eaacd3d506d', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '2026-11-24', 1, 'meal', 'meal_instances', '01a20c95-57a0-7336-8f05-0a7d8fb79055', '2026-11-24T06:00:00Z', '2026-11-24T06:30:00Z', 'Africa/Cairo', '08:00', 'Fried eggs, toast and cherry tomatoes', '{"meal_type": "breakfast"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-57b6-7433-82fc-4e76e5f26f68', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '2026-11-24', 2, 'meal', 'meal_instances', '01a20c95-57a0-7337-8276-1899eed24199', '2026-11-24T10:30:00Z', '2026-11-24T11:00:00Z', 'Africa/Cairo', '12:30', 'Couscous, trout fillet and ratatouille', '{"meal_type": "lunch"}', 'cancelled', 1, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-57b6-7434-8502-fd2972f2568e', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '2026-11-24', 3, 'training', 'session_instances', '01a20c95-5795-7719-be2b-1281cca3fb71', '2026-11-24T16:00:00Z', '2026-11-24T16:55:00Z', 'Africa/Cairo', '18:00', 'Full body A', '{"session_kind": "resistance", "location": "gym"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO calendar_events VALUES ('01a20c95-57b6-7435-8ce9-12a282262496', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '2026-11-24', 4, 'meal', 'meal_instances', '01a20c95-57a0-7338-8472-54e42fa6b892', '2026-11-24T16:30:00Z', '2026-11-24T17:00:00Z', 'Africa/Cairo', '18:30', 'Cannellini beans, quinoa and roasted vegetables', '{"meal_type": "dinner"}', 'planned', 0, '2026-11-23T06:30:00Z');
INSERT INTO user_context_log VALUES ('0193cccc-0001-7000-8000-0000000000e7', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-23', 4.5, NULL, 8, NULL, NULL, '', 'a short night', '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z');
INSERT INTO user_context_log VALUES ('0193cccc-0002-7000-8000-0000000000e7', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-23', 4.5, NULL, 8, NULL, NULL, '', 'a short night', '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z');
INSERT INTO day_overrides VALUES ('0193cccc-0001-7000-8000-0000000000e8', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', 7, '2026-11-23', 'poor_sleep', 'slept 4.5 hours', '[]', '{"intensity": 0.9}', 1.0, 'rejected', NULL, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z', NULL);
INSERT INTO day_overrides VALUES ('0193cccc-0002-7000-8000-0000000000e8', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', 7, '2026-11-23', 'poor_sleep', 'slept 4.5 hours', '[]', '{"intensity": 0.9}', 1.0, 'rejected', NULL, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z', NULL);
INSERT INTO adjustment_preferences VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', 'poor_sleep', 'auto_apply', 30, 24, '2026-11-24T05:30:00Z');
INSERT INTO adjustment_preferences VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', 'poor_sleep', 'auto_apply', 30, 24, '2026-11-24T05:30:00Z');
INSERT INTO adjustment_feedback VALUES ('0193cccc-0001-7000-8000-0000000000e9', '01a20c94-e387-778e-9860-c8f301b53bc5', '0193cccc-0001-7000-8000-0000000000e8', 'rejected', 40, '{}', '2026-11-24T05:45:00Z');
INSERT INTO adjustment_feedback VALUES ('0193cccc-0002-7000-8000-0000000000e9', '01a20c95-1e40-7419-9700-00c41cb71ed8', '0193cccc-0002-7000-8000-0000000000e8', 'rejected', 40, '{}', '2026-11-24T05:45:00Z');
INSERT INTO adherence_records VALUES ('01a20c95-da6c-720b-b809-d1adaeaaef92', '01a20c94-e387-778e-9860-c8f301b53bc5', 'meal', '01a20c95-1c47-7477-a2c1-8c7a65ae5d7f', '2026-11-24', 'similar', 0.5107, 'meal', '01a20c95-da4e-7583-aaa5-d3369184beb2', 'auto', '{"actual_ids": ["01a20c95-da4e-7583-aaa5-d3369184beb2"], "days_moved": 0, "parts": [{"because": "a breakfast as planned", "met": 1.0, "part": "when", "weight": 0.2}, {"because": "365 of 526 kcal", "met": 0.5887, "part": "energy", "weight": 0.3}, {"because": "protein, carbohydrate and fat against the plan", "met": 0.5362, "part": "macros", "weight": 0.25}, {"because": "0% of the planned foods", "met": 0.0, "part": "foods", "weight": 0.25}], "reasons": ["a breakfast as planned", "365 of 526 kcal", "protein, carbohydrate and fat against the plan", "0% of the planned foods"]}', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO adherence_records VALUES ('01a20c95-e149-721f-bf5e-ed78c858549d', '01a20c94-e387-778e-9860-c8f301b53bc5', 'meal', '01a20c95-1c47-7479-b476-4f90da9cb5ef', '2026-11-24', 'completed', 1.0, NULL, NULL, 'manual', '{"reasons": []}', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO adherence_records VALUES ('01a20c95-e1e1-721d-9d16-91c580d491f4', '01a20c94-e387-778e-9860-c8f301b53bc5', 'session', '01a20c95-1c3d-74ff-8df3-806d7a402031', '2026-11-24', 'skipped', 0.0, NULL, NULL, 'manual', '{"reasons": []}', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO adherence_records VALUES ('01a20c95-edbf-7790-96f7-50dec234f4f1', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'meal', '01a20c95-57a0-7338-8472-54e42fa6b892', '2026-11-24', 'completed', 1.0, NULL, NULL, 'manual', '{"reasons": []}', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO adherence_records VALUES ('01a20c95-ee85-7417-97eb-b3fc1b71402c', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'session', '01a20c95-5795-7719-be2b-1281cca3fb71', '2026-11-24', 'skipped', 0.0, NULL, NULL, 'manual', '{"reasons": []}', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO reassessments VALUES ('0193cccc-0001-7000-8000-0000000000ea', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', '2026-11-20', '2026-11-20', '2026-11-07', '2026-11-20', 'insufficient_data', '{}', '{}', '{}', 0.1, '0000000000000000000000000000000000000000000000000000000000000000', '2026-11-24T05:45:00Z');
INSERT INTO reassessments VALUES ('0193cccc-0002-7000-8000-0000000000ea', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', '2026-11-20', '2026-11-20', '2026-11-07', '2026-11-20', 'insufficient_data', '{}', '{}', '{}', 0.1, '0000000000000000000000000000000000000000000000000000000000000000', '2026-11-24T05:45:00Z');
INSERT INTO plan_change_events VALUES ('01a20c95-e08e-7422-96be-ce4de07e97a9', '01a20c94-e387-778e-9860-c8f301b53bc5', '01a20c95-1bfb-73b1-bd58-217bd406aae6', 1, 'cancel', 'meal', '01a20c95-1c47-7478-ab18-7438a50309ee', '2026-11-24', 'asked', 'Prawns, pasta and tomatoes left out', '{"before": {"cancelled": false}, "after": {"cancelled": true}, "reasons": []}', 'user', NULL, NULL, '2026-11-24T05:30:00Z');
INSERT INTO plan_change_events VALUES ('01a20c95-ed1a-71a3-b98b-2f3cdd3cacdb', '01a20c95-1e40-7419-9700-00c41cb71ed8', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', 1, 'cancel', 'meal', '01a20c95-57a0-7337-8276-1899eed24199', '2026-11-24', 'asked', 'Couscous, trout fillet and ratatouille left out', '{"before": {"cancelled": false}, "after": {"cancelled": true}, "reasons": []}', 'user', NULL, NULL, '2026-11-24T05:30:00Z');
INSERT INTO notifications VALUES ('01a20c95-05a8-746f-8991-3d73fed5e6f8', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'program_ready', 'Your program is ready', '12 weeks from 2026-11-23: 36 sessions, 252 meals.', 'program', '01a20c95-0494-7683-b639-bf617d9738cc', 'low', '2026-11-23T06:30:00Z', NULL, NULL);
INSERT INTO notifications VALUES ('01a20c95-1da1-72cc-8f56-df877e3880e6', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'program_ready', 'Your program is ready', '12 weeks from 2026-11-23: 36 sessions, 252 meals.', 'program', '01a20c95-1bfb-73b1-bd58-217bd406aae6', 'low', '2026-11-23T06:30:00Z', NULL, NULL);
INSERT INTO notifications VALUES ('01a20c95-39b4-738f-9d00-c8375b13ff1a', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'program_ready', 'Your program is ready', '12 weeks from 2026-11-23: 36 sessions, 252 meals.', 'program', '01a20c95-3918-72cb-aee3-23ed523894f4', 'low', '2026-11-23T06:30:00Z', NULL, NULL);
INSERT INTO notifications VALUES ('01a20c95-5883-76e0-8644-120005518f2d', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'program_ready', 'Your program is ready', '12 weeks from 2026-11-23: 36 sessions, 252 meals.', 'program', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', 'low', '2026-11-23T06:30:00Z', NULL, NULL);
INSERT INTO activity_templates VALUES ('01a20c95-de7f-778d-ad34-3a225f014a3e', '01a20c94-e387-778e-9860-c8f301b53bc5', 'Morning run', 'cardio_steady', '{"activity_name": "Running", "distance_m": null, "minutes": 30.0, "start_minute": 360, "text": "30 min run", "weekdays": [2]}', 0, NULL, '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO activity_templates VALUES ('01a20c95-eae4-754a-9fff-3b4eb04d8186', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'Morning run', 'cardio_steady', '{"activity_name": "Running", "distance_m": null, "minutes": 30.0, "start_minute": 420, "text": "30 min run", "weekdays": [2]}', 0, NULL, '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO activities VALUES ('01a20c95-dd43-74c2-81c2-c2b725f42b41', '01a20c94-e387-778e-9860-c8f301b53bc5', 'strength', 'Barbell Bench Press', '2026-11-24T05:16:00Z', '2026-11-24T05:30:00Z', '2026-11-24', 14.0, 35.6, 3.5, '{"duration_estimated": true, "effort": "moderate", "energy_method": "mets", "exercises": ["Barbell Bench Press"], "met_key": "strength_light", "modality": "strength_training", "volume_kg": 960.0, "working_sets": 3}', NULL, NULL, 'typed', 'bench press 3x8 at 40kg', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO activities VALUES ('01a20c95-de5c-7636-888b-3c2914e10e70', '01a20c94-e387-778e-9860-c8f301b53bc5', 'cardio_steady', 'Running', '2026-11-24T05:00:00Z', '2026-11-24T05:30:00Z', '2026-11-24', 30.0, 198.2, 7.5, '{"duration_estimated": false, "effort": "moderate", "energy_method": "mets", "met_key": "jogging_general", "modality": "running"}', NULL, NULL, 'typed', '30 min run', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO activities VALUES ('01a20c95-e655-72c0-ab30-5f1956d14ebe', '01a20c94-e387-778e-9860-c8f301b53bc5', 'strength', 'Upper', '2026-11-20T17:00:00Z', '2026-11-20T18:00:00Z', '2026-11-20', 60.0, 152.7, 3.5, '{"duration_estimated": false, "effort": "moderate", "energy_method": "mets", "exercises": ["Bench Press (Barbell)", "Running"], "met_key": "strength_light", "modality": "strength", "volume_kg": 640.0, "working_sets": 2}', NULL, NULL, 'hevy', 'Upper', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO activities VALUES ('01a20c95-e9cb-709b-938a-606a17def393', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'strength', 'Barbell Bench Press', '2026-11-24T05:16:00Z', '2026-11-24T05:30:00Z', '2026-11-24', 14.0, 41.8, 3.5, '{"duration_estimated": true, "effort": "moderate", "energy_method": "mets", "exercises": ["Barbell Bench Press"], "met_key": "strength_light", "modality": "strength_training", "volume_kg": 960.0, "working_sets": 3}', NULL, NULL, 'typed', 'bench press 3x8 at 40kg', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO activities VALUES ('01a20c95-eab5-714d-8263-936f44d58a8d', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'cardio_steady', 'Running', '2026-11-24T05:00:00Z', '2026-11-24T05:30:00Z', '2026-11-24', 30.0, 232.8, 7.5, '{"duration_estimated": false, "effort": "moderate", "energy_method": "mets", "met_key": "jogging_general", "modality": "running"}', NULL, NULL, 'typed', '30 min run', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO activities VALUES ('01a20c95-f020-721e-b287-5b0678584fd8', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'strength', 'Upper', '2026-11-20T16:00:00Z', '2026-11-20T17:00:00Z', '2026-11-20', 60.0, 179.1, 3.5, '{"duration_estimated": false, "effort": "moderate", "energy_method": "mets", "exercises": ["Bench Press (Barbell)", "Running"], "met_key": "strength_light", "modality": "strength", "volume_kg": 640.0, "working_sets": 2}', NULL, NULL, 'hevy', 'Upper', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-dd43-74c2-81c2-c2b725f42b41', 1, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', '0193cccc-0001-7000-8000-0000000000f2', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-dd43-74c2-81c2-c2b725f42b41', 2, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 'barbell-bench-press', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-dd43-74c2-81c2-c2b725f42b41', 3, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 'barbell-bench-press', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e655-72c0-ab30-5f1956d14ebe', 1, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-20', 'barbell-bench-press', 'Bench Press (Barbell)', 10, 40.0, 0, NULL, NULL, NULL, 'warmup', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e655-72c0-ab30-5f1956d14ebe', 2, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-20', 'barbell-bench-press', 'Bench Press (Barbell)', 8, 80.0, 0, NULL, NULL, 8.0, 'normal', 1, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e655-72c0-ab30-5f1956d14ebe', 3, '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-20', 'easy-run', 'Running', NULL, NULL, 0, 1200.0, 3200.0, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e9cb-709b-938a-606a17def393', 1, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', '0193cccc-0002-7000-8000-0000000000f2', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e9cb-709b-938a-606a17def393', 2, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 'barbell-bench-press', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-e9cb-709b-938a-606a17def393', 3, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 'barbell-bench-press', 'Barbell Bench Press', 8, 40.0, 0, NULL, NULL, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-f020-721e-b287-5b0678584fd8', 1, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-20', 'barbell-bench-press', 'Bench Press (Barbell)', 10, 40.0, 0, NULL, NULL, NULL, 'warmup', NULL, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-f020-721e-b287-5b0678584fd8', 2, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-20', 'barbell-bench-press', 'Bench Press (Barbell)', 8, 80.0, 0, NULL, NULL, 8.0, 'normal', 1, 0, '', NULL);
INSERT INTO exercise_sets VALUES ('01a20c95-f020-721e-b287-5b0678584fd8', 3, '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-20', 'easy-run', 'Running', NULL, NULL, 0, 1200.0, 3200.0, NULL, 'normal', NULL, 0, '', NULL);
INSERT INTO meals VALUES ('01a20c95-da4e-7583-aaa5-d3369184beb2', '01a20c94-e387-778e-9860-c8f301b53bc5', 'breakfast', '2026-11-24T05:30:00Z', '2026-11-24', 365.02, 6.6662, 83.2912, 0.9494, 3.86800000000000032684e+00, NULL, 'typed', '200g rice and a banana', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO meals VALUES ('01a20c95-db17-7499-abc8-33a3e1bb5313', '01a20c94-e387-778e-9860-c8f301b53bc5', 'breakfast', '2026-11-24T05:30:00Z', '2026-11-24', 71.5, 6.28, 0.36, 4.755, 0.0, NULL, 'typed', 'an egg', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO meals VALUES ('01a20c95-e86f-70c9-b40e-8fdd821983b7', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'breakfast', '2026-11-24T05:30:00Z', '2026-11-24', 365.02, 6.6662, 83.2912, 0.9494, 3.86800000000000032684e+00, NULL, 'typed', '200g rice and a banana', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO meals VALUES ('01a20c95-e91a-74b8-9b30-4cece463174b', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'breakfast', '2026-11-24T05:30:00Z', '2026-11-24', 71.5, 6.28, 0.36, 4.755, 0.0, NULL, 'typed', 'an egg', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO meal_items VALUES ('01a20c95-da4e-7583-aaa5-d3369184beb2', 1, '01a20c94-e387-778e-9860-c8f301b53bc5', 'discontinued-muesli', 'Discontinued muesli', '200 g rice', 200.0, 'g', 200.0, 260.0, 5.38, 56.34, 0.56, 0.8, 0.99);
INSERT INTO meal_items VALUES ('01a20c95-da4e-7583-aaa5-d3369184beb2', 2, '01a20c94-e387-778e-9860-c8f301b53bc5', 'banana', 'Banana', 'a banana', 1.0, 'piece', 118.0, 105.02, 1.2862, 26.9512, 0.3894, 3.068, 0.94);
INSERT INTO meal_items VALUES ('01a20c95-db17-7499-abc8-33a3e1bb5313', 1, '01a20c94-e387-778e-9860-c8f301b53bc5', 'egg-whole', 'Egg, whole', 'an egg', 1.0, 'piece', 50.0, 71.5, 6.28, 0.36, 4.755, 0.0, 0.94);
INSERT INTO meal_items VALUES ('01a20c95-e86f-70c9-b40e-8fdd821983b7', 1, '01a20c95-1e40-7419-9700-00c41cb71ed8', 'white-rice-cooked', 'White rice, cooked', '200 g rice', 200.0, 'g', 200.0, 260.0, 5.38, 56.34, 0.56, 0.8, 0.99);
INSERT INTO meal_items VALUES ('01a20c95-e86f-70c9-b40e-8fdd821983b7', 2, '01a20c95-1e40-7419-9700-00c41cb71ed8', 'banana', 'Banana', 'a banana', 1.0, 'piece', 118.0, 105.02, 1.2862, 26.9512, 0.3894, 3.068, 0.94);
INSERT INTO meal_items VALUES ('01a20c95-e91a-74b8-9b30-4cece463174b', 1, '01a20c95-1e40-7419-9700-00c41cb71ed8', 'egg-whole', 'Egg, whole', 'an egg', 1.0, 'piece', 50.0, 71.5, 6.28, 0.36, 4.755, 0.0, 0.94);
INSERT INTO quick_meals VALUES ('0193cccc-0001-7000-8000-0000000000f3', '01a20c94-e387-778e-9860-c8f301b53bc5', 'Usual breakfast', 222.0, 6.0, 40.0, 4.0, 0.0, 0, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z');
INSERT INTO quick_meals VALUES ('0193cccc-0002-7000-8000-0000000000f3', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'Usual breakfast', 222.0, 6.0, 40.0, 4.0, 0.0, 0, NULL, '2026-11-24T05:45:00Z', '2026-11-24T05:45:00Z');
INSERT INTO quick_meal_foods VALUES ('0193cccc-0001-7000-8000-0000000000f3', 1, '01a20c94-e387-778e-9860-c8f301b53bc5', 'discontinued-muesli', 'my muesli', NULL, '', 60.0, 222.0, 6.0, 40.0, 4.0, 0.0);
INSERT INTO quick_meal_foods VALUES ('0193cccc-0002-7000-8000-0000000000f3', 1, '01a20c95-1e40-7419-9700-00c41cb71ed8', 'discontinued-muesli', 'my muesli', NULL, '', 60.0, 222.0, 6.0, 40.0, 4.0, 0.0);
INSERT INTO body_metrics VALUES ('01a20c95-def5-74e7-b589-ba2ba5e97757', '01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24T05:30:00Z', '2026-11-24', 74.2, NULL, '{}', 'typed', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO body_metrics VALUES ('01a20c95-eb76-7184-9da2-9c5ec4fcf893', '01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24T05:30:00Z', '2026-11-24', 79.1, NULL, '{}', 'typed', '', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', NULL);
INSERT INTO coach_conversations VALUES ('01a20c95-e4ad-7546-aeb1-9021e2d289ae', '01a20c94-e387-778e-9860-c8f301b53bc5', 'what should I eat today?', 2, 0, '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO coach_conversations VALUES ('01a20c95-ef4b-7121-a844-05e074925dc3', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'what should I eat today?', 2, 0, '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z', '2026-11-24T05:30:00Z');
INSERT INTO coach_messages VALUES ('01a20c95-e4ca-73b1-8e48-ac99b70c928b', '01a20c95-e4ad-7546-aeb1-9021e2d289ae', '01a20c94-e387-778e-9860-c8f301b53bc5', 1, 'user', 'what should I eat today?', '[]', NULL, NULL, NULL, 0, '2026-11-24T05:30:00Z');
INSERT INTO coach_messages VALUES ('01a20c95-e53a-7331-87f2-fd004ad32950', '01a20c95-e4ad-7546-aeb1-9021e2d289ae', '01a20c94-e387-778e-9860-c8f301b53bc5', 2, 'assistant', '', '[{"tool": "today", "done": true}]', NULL, NULL, NULL, 0, '2026-11-24T05:30:00Z');
INSERT INTO coach_messages VALUES ('01a20c95-ef57-726e-8592-db2c334a7b2e', '01a20c95-ef4b-7121-a844-05e074925dc3', '01a20c95-1e40-7419-9700-00c41cb71ed8', 1, 'user', 'what should I eat today?', '[]', NULL, NULL, NULL, 0, '2026-11-24T05:30:00Z');
INSERT INTO coach_messages VALUES ('01a20c95-ef6e-73f6-a7f9-61d19b9d74e4', '01a20c95-ef4b-7121-a844-05e074925dc3', '01a20c95-1e40-7419-9700-00c41cb71ed8', 2, 'assistant', '', '[{"tool": "today", "done": true}]', NULL, NULL, NULL, 0, '2026-11-24T05:30:00Z');
INSERT INTO log_revisions VALUES ('01a20c95-e70c-71f9-ad8f-f9c764e1d014', '01a20c94-e387-778e-9860-c8f301b53bc5', 'meal', '01a20c95-db17-7499-abc8-33a3e1bb5313', 'remove', '{"id": "01a20c95-db17-7499-abc8-33a3e1bb5313", "items": [{"carbs_g": 0.36, "confidence": 0.94, "fat_g": 4.755, "fiber_g": 0.0, "food_id": "egg-whole", "food_name": "Egg, whole", "grams": 50.0, "kcal": 71.5, "protein_g": 6.28, "quantity": 1.0, "text": "an egg", "unit": "piece"}], "local_date": "2026-11-24", "logged_at": "2026-11-24T05:30:00Z", "meal_type": "breakfast", "notes": "", "original_text": "an egg", "planned_meal_instance_id": null, "source": "typed"}', '2026-11-24T05:30:00Z', NULL);
INSERT INTO log_revisions VALUES ('01a20c95-f0eb-73b3-90d8-13ea50b7e939', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'meal', '01a20c95-e91a-74b8-9b30-4cece463174b', 'remove', '{"id": "01a20c95-e91a-74b8-9b30-4cece463174b", "items": [{"carbs_g": 0.36, "confidence": 0.94, "fat_g": 4.755, "fiber_g": 0.0, "food_id": "egg-whole", "food_name": "Egg, whole", "grams": 50.0, "kcal": 71.5, "protein_g": 6.28, "quantity": 1.0, "text": "an egg", "unit": "piece"}], "local_date": "2026-11-24", "logged_at": "2026-11-24T05:30:00Z", "meal_type": "breakfast", "notes": "", "original_text": "an egg", "planned_meal_instance_id": null, "source": "typed"}', '2026-11-24T05:30:00Z', NULL);
INSERT INTO imports VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', 'hevy', 'hevy:2026-11-20T18:00:00|Upper', 'activity', '01a20c95-e655-72c0-ab30-5f1956d14ebe', '2026-11-24T05:30:00Z');
INSERT INTO imports VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', 'hevy', 'hevy:2026-11-20T18:00:00|Upper', 'activity', '01a20c95-f020-721e-b287-5b0678584fd8', '2026-11-24T05:30:00Z');
INSERT INTO audit_log VALUES (1, '2026-11-24T08:03:33Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'profiles', '01a20c94-e387-778e-9860-c8f301b53bc5', 'insert', '{}');
INSERT INTO audit_log VALUES (2, '2026-11-24T08:03:34Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'consultation_keys', '01a20c94-e462-7168-b312-04de369d4c80', 'insert', '{"max_uses":1}');
INSERT INTO audit_log VALUES (3, '2026-11-24T08:03:34Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'consultation_keys', '01a20c94-e462-7168-b312-04de369d4c80', 'update', '{"current_uses":[0,1],"is_active":[1,1]}');
INSERT INTO audit_log VALUES (4, '2026-11-24T08:03:42Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'programs', '01a20c95-0494-7683-b639-bf617d9738cc', 'insert', '{"version":1}');
INSERT INTO audit_log VALUES (5, '2026-11-24T08:03:48Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'programs', '01a20c95-0494-7683-b639-bf617d9738cc', 'update', '{"status":["active","superseded"],"next_reassessment_date":["2026-12-07","2026-12-07"],"valid_until":[null,"2026-11-23"]}');
INSERT INTO audit_log VALUES (6, '2026-11-24T08:03:48Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'programs', '01a20c95-1bfb-73b1-bd58-217bd406aae6', 'insert', '{"version":2}');
INSERT INTO audit_log VALUES (7, '2026-11-24T08:03:48Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'profiles', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'insert', '{}');
INSERT INTO audit_log VALUES (8, '2026-11-24T08:03:49Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'consultation_keys', '01a20c95-1ede-724b-8f46-091bb388aab4', 'insert', '{"max_uses":1}');
INSERT INTO audit_log VALUES (9, '2026-11-24T08:03:49Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'consultation_keys', '01a20c95-1ede-724b-8f46-091bb388aab4', 'update', '{"current_uses":[0,1],"is_active":[1,1]}');
INSERT INTO audit_log VALUES (10, '2026-11-24T08:03:55Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'programs', '01a20c95-3918-72cb-aee3-23ed523894f4', 'insert', '{"version":1}');
INSERT INTO audit_log VALUES (11, '2026-11-24T08:04:03Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'programs', '01a20c95-3918-72cb-aee3-23ed523894f4', 'update', '{"status":["active","superseded"],"next_reassessment_date":["2026-12-07","2026-12-07"],"valid_until":[null,"2026-11-23"]}');
INSERT INTO audit_log VALUES (12, '2026-11-24T08:04:03Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'programs', '01a20c95-5749-74ef-b5c5-bc2fddb680c7', 'insert', '{"version":2}');
INSERT INTO audit_log VALUES (13, '2026-11-24T08:04:38Z', '01a20c94-e387-778e-9860-c8f301b53bc5', 'plan_change_events', '01a20c95-e08e-7422-96be-ce4de07e97a9', 'insert', '{"number":1,"change_type":"cancel"}');
INSERT INTO audit_log VALUES (14, '2026-11-24T08:04:41Z', '01a20c95-1e40-7419-9700-00c41cb71ed8', 'plan_change_events', '01a20c95-ed1a-71a3-b98b-2f3cdd3cacdb', 'insert', '{"number":1,"change_type":"cancel"}');
INSERT INTO day_totals VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-20', 0, 0.0, 0.0, 0.0, 0.0, 0.0, 1, 60.0, 152.7, 0, NULL);
INSERT INTO day_totals VALUES ('01a20c94-e387-778e-9860-c8f301b53bc5', '2026-11-24', 1, 365.02, 6.6662, 83.2912, 0.9494, 3.86800000000000032684e+00, 2, 44.0, 2.33799999999999982944e+02, 1, 74.2);
INSERT INTO day_totals VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-20', 0, 0.0, 0.0, 0.0, 0.0, 0.0, 1, 60.0, 179.1, 0, NULL);
INSERT INTO day_totals VALUES ('01a20c95-1e40-7419-9700-00c41cb71ed8', '2026-11-24', 1, 365.02, 6.6662, 83.2912, 0.9494, 3.86800000000000032684e+00, 2, 44.0, 274.6, 1, 79.1);
CREATE INDEX foods_own ON foods (created_by, name) WHERE created_by IS NOT NULL;
CREATE INDEX foods_planned ON foods (role, id) WHERE role <> '' AND created_by IS NULL;
CREATE INDEX food_servings_own ON food_servings (created_by, food_id) WHERE created_by IS NOT NULL;
CREATE INDEX recipe_items_item ON recipe_items (item_food_id);
CREATE INDEX recipe_items_own ON recipe_items (created_by);
CREATE VIEW custom_foods AS
SELECT id, created_by AS user_id, name, brand,
       json_object('calories_per_100g', calories_per_100g, 'protein_g_per_100g', protein_g_per_100g,
                   'carbs_g_per_100g', carbs_g_per_100g, 'fat_g_per_100g', fat_g_per_100g,
                   'fiber_g_per_100g', fiber_g_per_100g) AS nutrition,
       composition_type, created_at
  FROM foods
 WHERE created_by IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX user_food_aliases_food ON user_food_aliases (food_id);
CREATE INDEX exercises_own ON exercises (created_by, name) WHERE created_by IS NOT NULL;
CREATE INDEX consultation_keys_assigned ON consultation_keys (assigned_user_id);
CREATE INDEX consultation_keys_created_by ON consultation_keys (created_by);
CREATE INDEX consultation_key_failures_at ON consultation_key_failures (attempted_at);
CREATE UNIQUE INDEX consultation_sessions_open ON consultation_sessions (user_id) WHERE completed_at IS NULL AND closed_at IS NULL;
CREATE INDEX consultation_sessions_user ON consultation_sessions (user_id, started_at);
CREATE INDEX consultation_sessions_key ON consultation_sessions (consultation_key);
CREATE INDEX consultation_key_usage_key ON consultation_key_usage (key_id, redeemed_at);
CREATE INDEX consultation_key_usage_user ON consultation_key_usage (user_id);
CREATE INDEX consultation_messages_user ON consultation_messages (user_id);
CREATE UNIQUE INDEX user_training_modalities_live ON user_training_modalities (user_id, modality_id) WHERE retired_at IS NULL;
CREATE INDEX user_training_modalities_session ON user_training_modalities (session_id, user_id);
CREATE INDEX user_training_modalities_message ON user_training_modalities (message_id, user_id);
CREATE UNIQUE INDEX user_familiar_exercises_live ON user_familiar_exercises (user_id, exercise_name) WHERE retired_at IS NULL;
CREATE INDEX user_familiar_exercises_exercise ON user_familiar_exercises (exercise_id);
CREATE INDEX user_familiar_exercises_session ON user_familiar_exercises (session_id, user_id);
CREATE INDEX user_familiar_exercises_message ON user_familiar_exercises (message_id, user_id);
CREATE UNIQUE INDEX user_training_availability_live ON user_training_availability
    (user_id, day_of_week, time_of_day, coalesce(start_time, ''), interval_weeks) WHERE retired_at IS NULL;
CREATE INDEX user_training_availability_session ON user_training_availability (session_id, user_id);
CREATE INDEX user_training_availability_message ON user_training_availability (message_id, user_id);
CREATE UNIQUE INDEX user_preferred_meal_times_live ON user_preferred_meal_times (user_id, meal_time_id) WHERE retired_at IS NULL;
CREATE INDEX user_preferred_meal_times_session ON user_preferred_meal_times (session_id, user_id);
CREATE INDEX user_preferred_meal_times_message ON user_preferred_meal_times (message_id, user_id);
CREATE UNIQUE INDEX user_typical_meal_foods_live ON user_typical_meal_foods
    (user_id, food_name, coalesce(meal_time_id, '')) WHERE retired_at IS NULL;
CREATE INDEX user_typical_meal_foods_food ON user_typical_meal_foods (food_id);
CREATE INDEX user_typical_meal_foods_session ON user_typical_meal_foods (session_id, user_id);
CREATE INDEX user_typical_meal_foods_message ON user_typical_meal_foods (message_id, user_id);
CREATE UNIQUE INDEX user_improvement_goals_live ON user_improvement_goals (user_id, goal_type, target_description) WHERE retired_at IS NULL;
CREATE INDEX user_improvement_goals_exercise ON user_improvement_goals (exercise_id);
CREATE INDEX user_improvement_goals_session ON user_improvement_goals (session_id, user_id);
CREATE INDEX user_improvement_goals_message ON user_improvement_goals (message_id, user_id);
CREATE UNIQUE INDEX user_difficulties_live ON user_difficulties (user_id, difficulty_category, description) WHERE retired_at IS NULL;
CREATE INDEX user_difficulties_session ON user_difficulties (session_id, user_id);
CREATE INDEX user_difficulties_message ON user_difficulties (message_id, user_id);
CREATE UNIQUE INDEX user_non_negotiables_live ON user_non_negotiables (user_id, constraint_type, description) WHERE retired_at IS NULL;
CREATE INDEX user_non_negotiables_session ON user_non_negotiables (session_id, user_id);
CREATE INDEX user_non_negotiables_message ON user_non_negotiables (message_id, user_id);
CREATE UNIQUE INDEX user_upcoming_events_live ON user_upcoming_events (user_id, event_name) WHERE retired_at IS NULL;
CREATE INDEX user_upcoming_events_session ON user_upcoming_events (session_id, user_id);
CREATE INDEX user_upcoming_events_message ON user_upcoming_events (message_id, user_id);
CREATE UNIQUE INDEX safety_flags_live ON safety_flags (user_id, code) WHERE cleared_at IS NULL;
CREATE UNIQUE INDEX programs_active ON programs (user_id) WHERE status = 'active';
CREATE INDEX programs_due ON programs (user_id, next_reassessment_date) WHERE status = 'active';
CREATE INDEX programs_supersedes ON programs (supersedes_id, user_id);
CREATE INDEX program_days_user ON program_days (user_id, date);
CREATE INDEX session_instances_program_week ON session_instances (program_id, week_index, day_index);
CREATE INDEX session_instances_user_date ON session_instances (user_id, date);
CREATE INDEX exercise_plan_items_user ON exercise_plan_items (user_id);
CREATE INDEX meal_instances_program_week_day ON meal_instances (program_id, week_index, day_index);
CREATE INDEX meal_instances_user_date ON meal_instances (user_id, date);
CREATE INDEX meal_item_plan_user ON meal_item_plan (user_id);
CREATE INDEX calendar_events_user_date ON calendar_events (user_id, date, day_number);
CREATE UNIQUE INDEX day_overrides_pending ON day_overrides (user_id, date) WHERE status = 'pending';
CREATE UNIQUE INDEX day_overrides_applied ON day_overrides (user_id, date) WHERE status IN ('approved', 'auto_applied');
CREATE INDEX day_overrides_user_date ON day_overrides (user_id, date, status);
CREATE INDEX day_overrides_program ON day_overrides (program_id, user_id);
CREATE INDEX day_overrides_supersedes ON day_overrides (supersedes_id, user_id);
CREATE INDEX adjustment_feedback_override ON adjustment_feedback (day_override_id, user_id);
CREATE INDEX adjustment_feedback_user ON adjustment_feedback (user_id, created_at);
CREATE INDEX adherence_records_user_date ON adherence_records (user_id, date, planned_entity_type, status, similarity_score);
CREATE INDEX adherence_records_created ON adherence_records (user_id, created_at DESC);
CREATE INDEX adherence_records_actual ON adherence_records (actual_ref_id) WHERE actual_ref_id IS NOT NULL;
CREATE INDEX reassessments_program ON reassessments (program_id, user_id);
CREATE INDEX plan_change_events_program ON plan_change_events (program_id, number);
CREATE INDEX plan_change_events_user ON plan_change_events (user_id, created_at DESC);
CREATE INDEX plan_change_events_reassessment ON plan_change_events (reassessment_id, user_id);
CREATE INDEX notifications_unread ON notifications (user_id, number) WHERE read_at IS NULL;
CREATE INDEX activities_user_start ON activities (user_id, start_time DESC) WHERE deleted_at IS NULL;
CREATE INDEX activities_user_date ON activities (user_id, local_date, calories_burned, duration_minutes, category) WHERE deleted_at IS NULL;
CREATE INDEX activities_planned ON activities (planned_session_instance_id, user_id);
CREATE INDEX activities_template ON activities (template_id);
CREATE INDEX exercise_sets_user_exercise ON exercise_sets (user_id, exercise_id, local_date, reps, weight_kg, rpe) WHERE deleted_at IS NULL;
CREATE INDEX exercise_sets_user_date ON exercise_sets (user_id, local_date, exercise_id, reps, weight_kg, rpe, set_type) WHERE deleted_at IS NULL;
CREATE INDEX exercise_sets_exercise ON exercise_sets (exercise_id);
CREATE INDEX meals_user_logged ON meals (user_id, logged_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX meals_user_date ON meals (user_id, local_date, total_cals, total_protein, total_carbs, total_fat, total_fiber) WHERE deleted_at IS NULL;
CREATE INDEX meals_planned ON meals (planned_meal_instance_id, user_id);
CREATE INDEX meal_items_user_food ON meal_items (user_id, food_id);
CREATE INDEX meal_items_food ON meal_items (food_id);
CREATE INDEX quick_meal_foods_user ON quick_meal_foods (user_id);
CREATE INDEX quick_meal_foods_food ON quick_meal_foods (food_id);
CREATE INDEX body_metrics_user_date ON body_metrics (user_id, local_date, recorded_at, weight_kg) WHERE deleted_at IS NULL;
CREATE INDEX coach_conversations_user ON coach_conversations (user_id, last_message_at DESC);
CREATE INDEX coach_messages_user ON coach_messages (user_id);
CREATE INDEX log_revisions_user ON log_revisions (user_id, entity_type, created_at DESC);
CREATE INDEX log_revisions_entity ON log_revisions (entity_id);
CREATE INDEX audit_log_user ON audit_log (user_id, id);
CREATE INDEX audit_log_table ON audit_log (table_name, id);
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
COMMIT;
