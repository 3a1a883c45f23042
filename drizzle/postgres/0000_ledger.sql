CREATE TABLE "account_events" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"kind" text NOT NULL,
	"actor_id" text,
	"recorded_at" text NOT NULL,
	CONSTRAINT "account_events_kind" CHECK ("account_events"."kind" in ('added', 'disabled', 'enabled', 'role_changed', 'password_reset', 'password_changed', 'signed_in', 'signed_out', 'locked'))
);
--> statement-breakpoint
CREATE TABLE "departments" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "duties" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"department_id" text NOT NULL,
	"role" text NOT NULL,
	"position" integer NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text DEFAULT '9999-12-31' NOT NULL,
	"office" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"leader_in_charge" text DEFAULT '' NOT NULL,
	"part" text DEFAULT 'none' NOT NULL,
	"part_since" text NOT NULL,
	"part_note" text DEFAULT '' NOT NULL,
	"seen_seq" integer DEFAULT 0 NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "duties_role" CHECK ("duties"."role" in ('lead', 'cooperating')),
	CONSTRAINT "duties_part" CHECK ("duties"."part" in ('none', 'done', 'waiting_for_lead', 'obstructed')),
	CONSTRAINT "duties_days" CHECK ("duties"."from_day" < "duties"."to_day")
);
--> statement-breakpoint
CREATE TABLE "goals" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"issued_text" text NOT NULL,
	CONSTRAINT "goals_number_positive" CHECK ("goals"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledgers" (
	"id" integer PRIMARY KEY NOT NULL,
	"mark" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "ledgers_single" CHECK ("ledgers"."id" = 1),
	CONSTRAINT "ledgers_mark" CHECK ("ledgers"."mark" in ('real', 'demo', 'test'))
);
--> statement-breakpoint
CREATE TABLE "plans" (
	"id" text PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"document_number" text,
	"issuer" text NOT NULL,
	"first_day" text NOT NULL,
	"opened_on" text NOT NULL,
	"imported_at" text NOT NULL,
	"behind_points" integer DEFAULT 20 NOT NULL,
	"due_soon_days" integer DEFAULT 30 NOT NULL,
	"late_entry_days" integer DEFAULT 7 NOT NULL,
	"sign_off_required" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"created_at" text NOT NULL,
	"last_seen_at" text NOT NULL,
	"ended_at" text
);
--> statement-breakpoint
CREATE TABLE "submissions" (
	"id" text NOT NULL,
	"user_id" text NOT NULL,
	"outcome" text NOT NULL,
	"created_at" text NOT NULL,
	CONSTRAINT "submissions_user_id_id_pk" PRIMARY KEY("user_id","id")
);
--> statement-breakpoint
CREATE TABLE "task_events" (
	"task_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"effective_on" text NOT NULL,
	"recorded_at" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"actor_post" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_department_id" text,
	"actor_department_name" text,
	"on_behalf_of" text,
	"source" text,
	"retracts" integer,
	"payload" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "task_events_task_id_seq_pk" PRIMARY KEY("task_id","seq"),
	CONSTRAINT "task_events_retracts" CHECK (("task_events"."kind" = 'retracted') = ("task_events"."retracts" is not null)),
	CONSTRAINT "task_events_kind" CHECK ("task_events"."kind" in ('imported', 'reported', 'no_change', 'confirmed', 'claimed', 'taken_back', 'accepted', 'returned', 'reopened', 'withdrawn', 'contacts_changed', 'seen', 'retracted')),
	CONSTRAINT "task_events_actor" CHECK ("task_events"."actor_role" in ('officer', 'supervisor', 'leader', 'administrator', 'auditor', 'system')),
	CONSTRAINT "task_events_seq" CHECK ("task_events"."seq" > 0),
	CONSTRAINT "task_events_source" CHECK (("task_events"."on_behalf_of" is null) = ("task_events"."source" is null))
);
--> statement-breakpoint
CREATE TABLE "task_states" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"valid_from" text NOT NULL,
	"valid_to" text NOT NULL,
	"known_from" text NOT NULL,
	"known_to" text DEFAULT '9999-12-31T00:00:00.000Z' NOT NULL,
	"state" text NOT NULL,
	"progress" integer NOT NULL,
	"completed_on" text,
	"closed_on" text,
	"issued_due_on" text,
	"approved_due_on" text,
	"claim_seq" integer,
	"return_seq" integer,
	"last_report_seq" integer,
	"last_report_on" text,
	"late_entered" boolean NOT NULL,
	"due_soon_from" text,
	"behind_from" text,
	"overdue_issued_from" text,
	"overdue_approved_from" text,
	CONSTRAINT "task_states_state" CHECK ("task_states"."state" in ('not_started', 'in_progress', 'claimed', 'closed', 'withdrawn')),
	CONSTRAINT "task_states_progress" CHECK ("task_states"."progress" between 0 and 100),
	CONSTRAINT "task_states_valid" CHECK ("task_states"."valid_from" < "task_states"."valid_to"),
	CONSTRAINT "task_states_known" CHECK ("task_states"."known_from" < "task_states"."known_to")
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"goal_id" text NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"measure" text NOT NULL,
	"deadline_issued" text NOT NULL,
	"deadline_precision" text NOT NULL,
	"issued_due_on" text,
	"added_on" text NOT NULL,
	"source_line" integer NOT NULL,
	"search_text" text NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "tasks_number_positive" CHECK ("tasks"."number" > 0),
	CONSTRAINT "tasks_precision" CHECK ("tasks"."deadline_precision" in ('day', 'month', 'none')),
	CONSTRAINT "tasks_due" CHECK (("tasks"."deadline_precision" = 'none') = ("tasks"."issued_due_on" is null))
);
--> statement-breakpoint
CREATE TABLE "users" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"department_id" text,
	"name" text DEFAULT '' NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"must_set_password" boolean DEFAULT true NOT NULL,
	"disabled_at" text,
	"failed_sign_ins" integer DEFAULT 0 NOT NULL,
	"locked_until" text,
	"created_at" text NOT NULL,
	CONSTRAINT "users_role" CHECK ("users"."role" in ('officer', 'supervisor', 'leader', 'administrator', 'auditor')),
	CONSTRAINT "users_department" CHECK (("users"."role" = 'officer') = ("users"."department_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_events" ADD CONSTRAINT "account_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "duties" ADD CONSTRAINT "duties_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goals" ADD CONSTRAINT "goals_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submissions" ADD CONSTRAINT "submissions_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_actor_department_id_departments_id_fk" FOREIGN KEY ("actor_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_on_behalf_of_departments_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_task_id_retracts_task_events_task_id_seq_fk" FOREIGN KEY ("task_id","retracts") REFERENCES "public"."task_events"("task_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_states" ADD CONSTRAINT "task_states_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_states" ADD CONSTRAINT "task_states_task_id_claim_seq_task_events_task_id_seq_fk" FOREIGN KEY ("task_id","claim_seq") REFERENCES "public"."task_events"("task_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_states" ADD CONSTRAINT "task_states_task_id_return_seq_task_events_task_id_seq_fk" FOREIGN KEY ("task_id","return_seq") REFERENCES "public"."task_events"("task_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_states" ADD CONSTRAINT "task_states_task_id_last_report_seq_task_events_task_id_seq_fk" FOREIGN KEY ("task_id","last_report_seq") REFERENCES "public"."task_events"("task_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_goal_id_goals_id_fk" FOREIGN KEY ("goal_id") REFERENCES "public"."goals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "users" ADD CONSTRAINT "users_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_events_time" ON "account_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "account_events_user" ON "account_events" USING btree ("user_id","recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_name" ON "departments" USING btree ("name");--> statement-breakpoint
CREATE UNIQUE INDEX "departments_position" ON "departments" USING btree ("position");--> statement-breakpoint
CREATE UNIQUE INDEX "duties_once" ON "duties" USING btree ("task_id","department_id","from_day");--> statement-breakpoint
CREATE UNIQUE INDEX "duties_one_lead" ON "duties" USING btree ("task_id","from_day") WHERE role = 'lead';--> statement-breakpoint
CREATE INDEX "duties_department" ON "duties" USING btree ("department_id","to_day","task_id");--> statement-breakpoint
CREATE INDEX "duties_lead" ON "duties" USING btree ("task_id","role","to_day","department_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goals_number" ON "goals" USING btree ("plan_id","number");--> statement-breakpoint
CREATE INDEX "sessions_user" ON "sessions" USING btree ("user_id","ended_at");--> statement-breakpoint
CREATE INDEX "task_events_recorded" ON "task_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "task_events_on_behalf" ON "task_events" USING btree ("on_behalf_of","task_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "task_events_retracted_once" ON "task_events" USING btree ("task_id","retracts");--> statement-breakpoint
CREATE UNIQUE INDEX "task_states_once" ON "task_states" USING btree ("task_id","valid_from","known_from");--> statement-breakpoint
CREATE INDEX "task_states_task" ON "task_states" USING btree ("task_id","known_to","valid_to","valid_from");--> statement-breakpoint
CREATE INDEX "task_states_claimed" ON "task_states" USING btree ("state","known_to","valid_to");--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_number" ON "tasks" USING btree ("plan_id","number");--> statement-breakpoint
CREATE INDEX "tasks_in_order" ON "tasks" USING btree ("number");--> statement-breakpoint
CREATE INDEX "tasks_goal" ON "tasks" USING btree ("goal_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "users_username" ON "users" USING btree ("username");