CREATE TABLE "bulletins" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"number" integer,
	"as_of" text NOT NULL,
	"basis" text NOT NULL,
	"prose" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"previous_id" text,
	"figures" text,
	"sha256" text,
	"imprint" text,
	"issued_at" text,
	"signed_name" text,
	"signed_post" text,
	"signed_on" text,
	CONSTRAINT "bulletins_number_positive" CHECK ("bulletins"."number" is null or "bulletins"."number" > 0),
	CONSTRAINT "bulletins_issued_whole" CHECK (("bulletins"."number" is null) = ("bulletins"."figures" is null) and ("bulletins"."number" is null) = ("bulletins"."issued_at" is null) and ("bulletins"."number" is null) = ("bulletins"."sha256" is null) and ("bulletins"."number" is null) = ("bulletins"."signed_name" is null))
);
--> statement-breakpoint
CREATE TABLE "department_aliases" (
	"alias" text PRIMARY KEY NOT NULL,
	"department_id" text NOT NULL,
	"confirmed_by" text,
	"confirmed_at" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_names" (
	"department_id" text NOT NULL,
	"name" text NOT NULL,
	"to_day" text NOT NULL,
	CONSTRAINT "department_names_department_id_to_day_pk" PRIMARY KEY("department_id","to_day")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"user_id" text NOT NULL,
	"file_name" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"created_at" text NOT NULL,
	"source" text NOT NULL,
	"choices" text NOT NULL,
	"department_id" text,
	"version" integer DEFAULT 1 NOT NULL,
	"done_at" text,
	"outcome" text,
	"plan_id" text,
	CONSTRAINT "imports_kind" CHECK ("imports"."kind" in ('plan', 'sheet'))
);
--> statement-breakpoint
CREATE TABLE "summaries" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"department_id" text,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"title" text NOT NULL,
	"text" text NOT NULL,
	"created_at" text NOT NULL,
	"created_by" text NOT NULL,
	"changed_at" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "summaries_days" CHECK ("summaries"."from_day" <= "summaries"."to_day")
);
--> statement-breakpoint
CREATE TABLE "task_references" (
	"task_id" text NOT NULL,
	"seq" integer NOT NULL,
	"to_task_id" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "task_references_task_id_seq_pk" PRIMARY KEY("task_id","seq")
);
--> statement-breakpoint
ALTER TABLE "task_events" DROP CONSTRAINT "task_events_kind";--> statement-breakpoint
ALTER TABLE "office_events" DROP CONSTRAINT "office_events_subject";--> statement-breakpoint
DROP INDEX "goals_number";--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "ended_on" text;--> statement-breakpoint
ALTER TABLE "departments" ADD COLUMN "merged_into" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "number" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "short_name" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "layout" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "amended_deadline" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "amended_precision" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "amended_due_on" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "other" text;--> statement-breakpoint
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bulletins" ADD CONSTRAINT "bulletins_previous_id_bulletins_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."bulletins"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_aliases" ADD CONSTRAINT "department_aliases_confirmed_by_users_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_names" ADD CONSTRAINT "department_names_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imports" ADD CONSTRAINT "imports_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "summaries" ADD CONSTRAINT "summaries_created_by_users_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_references" ADD CONSTRAINT "task_references_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_references" ADD CONSTRAINT "task_references_to_task_id_tasks_id_fk" FOREIGN KEY ("to_task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_references" ADD CONSTRAINT "task_references_task_id_seq_task_events_task_id_seq_fk" FOREIGN KEY ("task_id","seq") REFERENCES "public"."task_events"("task_id","seq") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bulletins_number" ON "bulletins" USING btree ("plan_id","number");--> statement-breakpoint
CREATE INDEX "bulletins_issued" ON "bulletins" USING btree ("issued_at");--> statement-breakpoint
CREATE INDEX "department_aliases_department" ON "department_aliases" USING btree ("department_id");--> statement-breakpoint
CREATE INDEX "imports_user" ON "imports" USING btree ("user_id","created_at");--> statement-breakpoint
CREATE INDEX "summaries_plan" ON "summaries" USING btree ("plan_id","to_day");--> statement-breakpoint
CREATE UNIQUE INDEX "task_references_once" ON "task_references" USING btree ("task_id","to_task_id");--> statement-breakpoint
CREATE INDEX "task_references_to" ON "task_references" USING btree ("to_task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goals_wording" ON "goals" USING btree ("plan_id","number","issued_text");--> statement-breakpoint
CREATE UNIQUE INDEX "plans_number" ON "plans" USING btree ("number");--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_kind" CHECK ("task_events"."kind" in ('imported', 'reported', 'no_change', 'confirmed', 'claimed', 'taken_back', 'accepted', 'returned', 'reopened', 'withdrawn', 'amended', 'reassigned', 'extension_requested', 'extension_approved', 'extension_refused', 'checked', 'made_long_term', 'stage_reported', 'stage_verified', 'stage_returned', 'obstacle_raised', 'obstacle_removed', 'commented', 'evidence_added', 'nudged', 'noticed', 'referred', 'reference_removed', 'contacts_changed', 'seen', 'retracted'));--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_subject" CHECK ("office_events"."subject" in ('plan', 'notice', 'calendar', 'feed', 'delivery', 'department', 'bulletin', 'summary'));