CREATE TABLE "calendar_days" (
	"day" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	CONSTRAINT "calendar_days_kind" CHECK ("calendar_days"."kind" in ('holiday', 'workday'))
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"id" text PRIMARY KEY NOT NULL,
	"user_id" text NOT NULL,
	"token_hash" text NOT NULL,
	"created_at" text NOT NULL,
	"revoked_at" text
);
--> statement-breakpoint
CREATE TABLE "calendar_years" (
	"year" integer PRIMARY KEY NOT NULL,
	"published" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"key" text NOT NULL,
	"channel" text NOT NULL,
	"department_id" text,
	"user_id" text,
	"addresses" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"digest_on" text,
	"created_at" text NOT NULL,
	"due_at" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"sent_at" text,
	"failed_at" text,
	"last_error" text,
	CONSTRAINT "deliveries_channel" CHECK ("deliveries"."channel" in ('email', 'wecom', 'dingtalk', 'feishu'))
);
--> statement-breakpoint
CREATE TABLE "delivery_messages" (
	"delivery_id" text NOT NULL,
	"message_id" text NOT NULL,
	CONSTRAINT "delivery_messages_delivery_id_message_id_pk" PRIMARY KEY("delivery_id","message_id")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" text PRIMARY KEY NOT NULL,
	"task_id" text NOT NULL,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"stored_name" text NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" text NOT NULL,
	"seq" integer
);
--> statement-breakpoint
CREATE TABLE "job_runs" (
	"id" text PRIMARY KEY NOT NULL,
	"job" text NOT NULL,
	"holder" text NOT NULL,
	"started_at" text NOT NULL,
	"finished_at" text,
	"outcome" text,
	"error" text
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" text PRIMARY KEY NOT NULL,
	"department_id" text,
	"user_id" text,
	"kind" text NOT NULL,
	"task_id" text,
	"seq" integer,
	"notice_id" text,
	"nudge_id" text,
	"payload" text NOT NULL,
	"created_at" text NOT NULL,
	"key" text,
	"urgent" boolean DEFAULT false NOT NULL,
	"read_at" text,
	"read_by" text,
	"cancelled_at" text,
	"handed_on_at" text,
	CONSTRAINT "messages_recipient" CHECK (("messages"."department_id" is null) <> ("messages"."user_id" is null))
);
--> statement-breakpoint
CREATE TABLE "notice_tasks" (
	"notice_id" text NOT NULL,
	"task_id" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "notice_tasks_notice_id_task_id_pk" PRIMARY KEY("notice_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"mark" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"colour" text NOT NULL,
	"department_id" text NOT NULL,
	"demand" text NOT NULL,
	"reply_by" text NOT NULL,
	"issued_on" text NOT NULL,
	"issued_at" text NOT NULL,
	"issued_by" text NOT NULL,
	"issuer" text NOT NULL,
	"red_head" boolean NOT NULL,
	"text" text NOT NULL,
	"signed_name" text,
	"signed_post" text,
	"signed_on" text,
	"state" text NOT NULL,
	"acknowledged_on" text,
	"replied_on" text,
	"closed_on" text,
	"voided_on" text,
	"version" integer NOT NULL,
	CONSTRAINT "notices_colour" CHECK ("notices"."colour" in ('blue', 'yellow', 'red')),
	CONSTRAINT "notices_state" CHECK ("notices"."state" in ('issued', 'acknowledged', 'replied', 'closed', 'voided')),
	CONSTRAINT "notices_signed" CHECK (("notices"."signed_name" is null) = ("notices"."signed_on" is null)),
	CONSTRAINT "notices_number_positive" CHECK ("notices"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "nudge_tasks" (
	"nudge_id" text NOT NULL,
	"task_id" text NOT NULL,
	"department_id" text NOT NULL,
	"day" text NOT NULL,
	"seq" integer NOT NULL,
	CONSTRAINT "nudge_tasks_nudge_id_task_id_pk" PRIMARY KEY("nudge_id","task_id")
);
--> statement-breakpoint
CREATE TABLE "nudges" (
	"id" text PRIMARY KEY NOT NULL,
	"department_id" text NOT NULL,
	"day" text NOT NULL,
	"text" text NOT NULL,
	"created_at" text NOT NULL,
	"by_id" text NOT NULL,
	"by_name" text NOT NULL,
	"by_department_id" text
);
--> statement-breakpoint
CREATE TABLE "office_events" (
	"subject" text NOT NULL,
	"subject_id" text NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"recorded_at" text NOT NULL,
	"actor_id" text,
	"actor_name" text NOT NULL,
	"actor_post" text NOT NULL,
	"actor_role" text NOT NULL,
	"actor_department_id" text,
	"actor_department_name" text,
	"payload" text NOT NULL,
	CONSTRAINT "office_events_subject_subject_id_seq_pk" PRIMARY KEY("subject","subject_id","seq"),
	CONSTRAINT "office_events_subject" CHECK ("office_events"."subject" in ('plan', 'notice', 'calendar', 'feed', 'delivery'))
);
--> statement-breakpoint
ALTER TABLE "task_events" DROP CONSTRAINT "task_events_kind";--> statement-breakpoint
ALTER TABLE "ledgers" ADD COLUMN "fold_version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "rhythm" text DEFAULT 'monthly' NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "report_day" integer DEFAULT 25 NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "reporting_from" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "notice_mark" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "red_head" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "office_name" text;--> statement-breakpoint
ALTER TABLE "plans" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "extensions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "extension_seq" integer;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "checked_progress" integer;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "checked_seq" integer;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "gap" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "obstacles" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "instructions" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "confirmed" text DEFAULT ',' NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "waiting" text DEFAULT ',' NOT NULL;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "stage_seq" integer;--> statement-breakpoint
ALTER TABLE "task_states" ADD COLUMN "stage_missing_from" text;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "email" text;--> statement-breakpoint
ALTER TABLE "calendar_feeds" ADD CONSTRAINT "calendar_feeds_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_messages" ADD CONSTRAINT "delivery_messages_delivery_id_deliveries_id_fk" FOREIGN KEY ("delivery_id") REFERENCES "public"."deliveries"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery_messages" ADD CONSTRAINT "delivery_messages_message_id_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_uploaded_by_users_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_nudge_id_nudges_id_fk" FOREIGN KEY ("nudge_id") REFERENCES "public"."nudges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "messages" ADD CONSTRAINT "messages_read_by_users_id_fk" FOREIGN KEY ("read_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_tasks" ADD CONSTRAINT "notice_tasks_notice_id_notices_id_fk" FOREIGN KEY ("notice_id") REFERENCES "public"."notices"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_tasks" ADD CONSTRAINT "notice_tasks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_plan_id_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_issued_by_users_id_fk" FOREIGN KEY ("issued_by") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge_tasks" ADD CONSTRAINT "nudge_tasks_nudge_id_nudges_id_fk" FOREIGN KEY ("nudge_id") REFERENCES "public"."nudges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge_tasks" ADD CONSTRAINT "nudge_tasks_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudge_tasks" ADD CONSTRAINT "nudge_tasks_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_department_id_departments_id_fk" FOREIGN KEY ("department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nudges" ADD CONSTRAINT "nudges_by_department_id_departments_id_fk" FOREIGN KEY ("by_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_actor_id_users_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."users"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_events" ADD CONSTRAINT "office_events_actor_department_id_departments_id_fk" FOREIGN KEY ("actor_department_id") REFERENCES "public"."departments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_token" ON "calendar_feeds" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "calendar_feeds_user" ON "calendar_feeds" USING btree ("user_id","revoked_at");--> statement-breakpoint
CREATE UNIQUE INDEX "deliveries_key" ON "deliveries" USING btree ("key");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("sent_at","failed_at","due_at");--> statement-breakpoint
CREATE INDEX "deliveries_digest" ON "deliveries" USING btree ("digest_on");--> statement-breakpoint
CREATE INDEX "delivery_messages_message" ON "delivery_messages" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "files_stored_name" ON "files" USING btree ("stored_name");--> statement-breakpoint
CREATE INDEX "files_task" ON "files" USING btree ("task_id","seq");--> statement-breakpoint
CREATE INDEX "job_runs_time" ON "job_runs" USING btree ("started_at");--> statement-breakpoint
CREATE INDEX "job_runs_job" ON "job_runs" USING btree ("job","started_at");--> statement-breakpoint
CREATE UNIQUE INDEX "messages_key" ON "messages" USING btree ("key");--> statement-breakpoint
CREATE INDEX "messages_department" ON "messages" USING btree ("department_id","read_at","created_at");--> statement-breakpoint
CREATE INDEX "messages_user" ON "messages" USING btree ("user_id","read_at","created_at");--> statement-breakpoint
CREATE INDEX "messages_event" ON "messages" USING btree ("task_id","seq");--> statement-breakpoint
CREATE INDEX "messages_nudge" ON "messages" USING btree ("nudge_id");--> statement-breakpoint
CREATE INDEX "messages_not_handed_on" ON "messages" USING btree ("handed_on_at","created_at");--> statement-breakpoint
CREATE INDEX "notice_tasks_task" ON "notice_tasks" USING btree ("task_id");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_number" ON "notices" USING btree ("mark","year","number");--> statement-breakpoint
CREATE INDEX "notices_department" ON "notices" USING btree ("department_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "nudge_tasks_once_a_day" ON "nudge_tasks" USING btree ("task_id","department_id","day");--> statement-breakpoint
CREATE INDEX "nudges_department" ON "nudges" USING btree ("department_id","created_at");--> statement-breakpoint
CREATE INDEX "nudges_time" ON "nudges" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "nudges_by" ON "nudges" USING btree ("by_department_id","created_at");--> statement-breakpoint
CREATE INDEX "office_events_recorded" ON "office_events" USING btree ("recorded_at");--> statement-breakpoint
CREATE INDEX "task_states_overdue" ON "task_states" USING btree ("known_to","valid_to","overdue_approved_from");--> statement-breakpoint
CREATE INDEX "task_states_requested" ON "task_states" USING btree ("known_to","valid_to","extension_seq") WHERE extension_seq is not null;--> statement-breakpoint
CREATE INDEX "task_states_stage" ON "task_states" USING btree ("known_to","valid_to","stage_seq") WHERE stage_seq is not null;--> statement-breakpoint
ALTER TABLE "task_events" ADD CONSTRAINT "task_events_kind" CHECK ("task_events"."kind" in ('imported', 'reported', 'no_change', 'confirmed', 'claimed', 'taken_back', 'accepted', 'returned', 'reopened', 'withdrawn', 'extension_requested', 'extension_approved', 'extension_refused', 'checked', 'made_long_term', 'stage_reported', 'stage_verified', 'stage_returned', 'obstacle_raised', 'obstacle_removed', 'commented', 'evidence_added', 'nudged', 'noticed', 'contacts_changed', 'seen', 'retracted'));