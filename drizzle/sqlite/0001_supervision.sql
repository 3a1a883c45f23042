CREATE TABLE `calendar_days` (
	`day` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`name` text DEFAULT '' NOT NULL,
	CONSTRAINT "calendar_days_kind" CHECK("calendar_days"."kind" in ('holiday', 'workday'))
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` text NOT NULL,
	`revoked_at` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_token` ON `calendar_feeds` (`token_hash`);--> statement-breakpoint
CREATE INDEX `calendar_feeds_user` ON `calendar_feeds` (`user_id`,`revoked_at`);--> statement-breakpoint
CREATE TABLE `calendar_years` (
	`year` integer PRIMARY KEY NOT NULL,
	`published` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `deliveries` (
	`id` text PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`channel` text NOT NULL,
	`department_id` text,
	`user_id` text,
	`addresses` text NOT NULL,
	`subject` text NOT NULL,
	`text` text NOT NULL,
	`digest_on` text,
	`created_at` text NOT NULL,
	`due_at` text NOT NULL,
	`attempts` integer DEFAULT 0 NOT NULL,
	`sent_at` text,
	`failed_at` text,
	`last_error` text,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "deliveries_channel" CHECK("deliveries"."channel" in ('email', 'wecom', 'dingtalk', 'feishu'))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `deliveries_key` ON `deliveries` (`key`);--> statement-breakpoint
CREATE INDEX `deliveries_due` ON `deliveries` (`sent_at`,`failed_at`,`due_at`);--> statement-breakpoint
CREATE INDEX `deliveries_digest` ON `deliveries` (`digest_on`);--> statement-breakpoint
CREATE TABLE `delivery_messages` (
	`delivery_id` text NOT NULL,
	`message_id` text NOT NULL,
	PRIMARY KEY(`delivery_id`, `message_id`),
	FOREIGN KEY (`delivery_id`) REFERENCES `deliveries`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`message_id`) REFERENCES `messages`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `delivery_messages_message` ON `delivery_messages` (`message_id`);--> statement-breakpoint
CREATE TABLE `files` (
	`id` text PRIMARY KEY NOT NULL,
	`task_id` text NOT NULL,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`stored_name` text NOT NULL,
	`uploaded_by` text NOT NULL,
	`uploaded_at` text NOT NULL,
	`seq` integer,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`uploaded_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `files_stored_name` ON `files` (`stored_name`);--> statement-breakpoint
CREATE INDEX `files_task` ON `files` (`task_id`,`seq`);--> statement-breakpoint
CREATE TABLE `job_runs` (
	`id` text PRIMARY KEY NOT NULL,
	`job` text NOT NULL,
	`holder` text NOT NULL,
	`started_at` text NOT NULL,
	`finished_at` text,
	`outcome` text,
	`error` text
);
--> statement-breakpoint
CREATE INDEX `job_runs_time` ON `job_runs` (`started_at`);--> statement-breakpoint
CREATE INDEX `job_runs_job` ON `job_runs` (`job`,`started_at`);--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `messages` (
	`id` text PRIMARY KEY NOT NULL,
	`department_id` text,
	`user_id` text,
	`kind` text NOT NULL,
	`task_id` text,
	`seq` integer,
	`notice_id` text,
	`nudge_id` text,
	`payload` text NOT NULL,
	`created_at` text NOT NULL,
	`key` text,
	`urgent` integer DEFAULT false NOT NULL,
	`read_at` text,
	`read_by` text,
	`cancelled_at` text,
	`handed_on_at` text,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`nudge_id`) REFERENCES `nudges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`read_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "messages_recipient" CHECK(("messages"."department_id" is null) <> ("messages"."user_id" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `messages_key` ON `messages` (`key`);--> statement-breakpoint
CREATE INDEX `messages_department` ON `messages` (`department_id`,`read_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_user` ON `messages` (`user_id`,`read_at`,`created_at`);--> statement-breakpoint
CREATE INDEX `messages_event` ON `messages` (`task_id`,`seq`);--> statement-breakpoint
CREATE INDEX `messages_nudge` ON `messages` (`nudge_id`);--> statement-breakpoint
CREATE INDEX `messages_not_handed_on` ON `messages` (`handed_on_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `notice_tasks` (
	`notice_id` text NOT NULL,
	`task_id` text NOT NULL,
	`position` integer NOT NULL,
	PRIMARY KEY(`notice_id`, `task_id`),
	FOREIGN KEY (`notice_id`) REFERENCES `notices`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `notice_tasks_task` ON `notice_tasks` (`task_id`);--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`mark` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`colour` text NOT NULL,
	`department_id` text NOT NULL,
	`demand` text NOT NULL,
	`reply_by` text NOT NULL,
	`issued_on` text NOT NULL,
	`issued_at` text NOT NULL,
	`issued_by` text NOT NULL,
	`issuer` text NOT NULL,
	`red_head` integer NOT NULL,
	`text` text NOT NULL,
	`signed_name` text,
	`signed_post` text,
	`signed_on` text,
	`state` text NOT NULL,
	`acknowledged_on` text,
	`replied_on` text,
	`closed_on` text,
	`voided_on` text,
	`version` integer NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`issued_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "notices_colour" CHECK("notices"."colour" in ('blue', 'yellow', 'red')),
	CONSTRAINT "notices_state" CHECK("notices"."state" in ('issued', 'acknowledged', 'replied', 'closed', 'voided')),
	CONSTRAINT "notices_signed" CHECK(("notices"."signed_name" is null) = ("notices"."signed_on" is null)),
	CONSTRAINT "notices_number_positive" CHECK("notices"."number" > 0)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_number` ON `notices` (`mark`,`year`,`number`);--> statement-breakpoint
CREATE INDEX `notices_department` ON `notices` (`department_id`,`state`);--> statement-breakpoint
CREATE TABLE `nudge_tasks` (
	`nudge_id` text NOT NULL,
	`task_id` text NOT NULL,
	`department_id` text NOT NULL,
	`day` text NOT NULL,
	`seq` integer NOT NULL,
	PRIMARY KEY(`nudge_id`, `task_id`),
	FOREIGN KEY (`nudge_id`) REFERENCES `nudges`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `nudge_tasks_once_a_day` ON `nudge_tasks` (`task_id`,`department_id`,`day`);--> statement-breakpoint
CREATE TABLE `nudges` (
	`id` text PRIMARY KEY NOT NULL,
	`department_id` text NOT NULL,
	`day` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`by_id` text NOT NULL,
	`by_name` text NOT NULL,
	`by_department_id` text,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`by_department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `nudges_department` ON `nudges` (`department_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `nudges_time` ON `nudges` (`created_at`);--> statement-breakpoint
CREATE INDEX `nudges_by` ON `nudges` (`by_department_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `office_events` (
	`subject` text NOT NULL,
	`subject_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`actor_post` text NOT NULL,
	`actor_role` text NOT NULL,
	`actor_department_id` text,
	`actor_department_name` text,
	`payload` text NOT NULL,
	PRIMARY KEY(`subject`, `subject_id`, `seq`),
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "office_events_subject" CHECK("office_events"."subject" in ('plan', 'notice', 'calendar', 'feed', 'delivery'))
);
--> statement-breakpoint
CREATE INDEX `office_events_recorded` ON `office_events` (`recorded_at`);--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_task_events` (
	`task_id` text NOT NULL,
	`seq` integer NOT NULL,
	`kind` text NOT NULL,
	`effective_on` text NOT NULL,
	`recorded_at` text NOT NULL,
	`actor_id` text,
	`actor_name` text NOT NULL,
	`actor_post` text NOT NULL,
	`actor_role` text NOT NULL,
	`actor_department_id` text,
	`actor_department_name` text,
	`on_behalf_of` text,
	`source` text,
	`retracts` integer,
	`payload` text NOT NULL,
	`hash` text NOT NULL,
	PRIMARY KEY(`task_id`, `seq`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`actor_department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`on_behalf_of`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`,`retracts`) REFERENCES `task_events`(`task_id`,`seq`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "task_events_retracts" CHECK(("__new_task_events"."kind" = 'retracted') = ("__new_task_events"."retracts" is not null)),
	CONSTRAINT "task_events_kind" CHECK("__new_task_events"."kind" in ('imported', 'reported', 'no_change', 'confirmed', 'claimed', 'taken_back', 'accepted', 'returned', 'reopened', 'withdrawn', 'extension_requested', 'extension_approved', 'extension_refused', 'checked', 'made_long_term', 'stage_reported', 'stage_verified', 'stage_returned', 'obstacle_raised', 'obstacle_removed', 'commented', 'evidence_added', 'nudged', 'noticed', 'contacts_changed', 'seen', 'retracted')),
	CONSTRAINT "task_events_actor" CHECK("__new_task_events"."actor_role" in ('officer', 'supervisor', 'leader', 'administrator', 'auditor', 'system')),
	CONSTRAINT "task_events_seq" CHECK("__new_task_events"."seq" > 0),
	CONSTRAINT "task_events_source" CHECK(("__new_task_events"."on_behalf_of" is null) = ("__new_task_events"."source" is null))
);
--> statement-breakpoint
INSERT INTO `__new_task_events`("task_id", "seq", "kind", "effective_on", "recorded_at", "actor_id", "actor_name", "actor_post", "actor_role", "actor_department_id", "actor_department_name", "on_behalf_of", "source", "retracts", "payload", "hash") SELECT "task_id", "seq", "kind", "effective_on", "recorded_at", "actor_id", "actor_name", "actor_post", "actor_role", "actor_department_id", "actor_department_name", "on_behalf_of", "source", "retracts", "payload", "hash" FROM `task_events`;--> statement-breakpoint
DROP TABLE `task_events`;--> statement-breakpoint
ALTER TABLE `__new_task_events` RENAME TO `task_events`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `task_events_recorded` ON `task_events` (`recorded_at`);--> statement-breakpoint
CREATE INDEX `task_events_on_behalf` ON `task_events` (`on_behalf_of`,`task_id`,`seq`);--> statement-breakpoint
CREATE UNIQUE INDEX `task_events_retracted_once` ON `task_events` (`task_id`,`retracts`);--> statement-breakpoint
ALTER TABLE `ledgers` ADD `fold_version` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `rhythm` text DEFAULT 'monthly' NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `report_day` integer DEFAULT 25 NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `reporting_from` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `notice_mark` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `red_head` integer DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `office_name` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `version` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `extensions` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `extension_seq` integer;--> statement-breakpoint
ALTER TABLE `task_states` ADD `checked_progress` integer;--> statement-breakpoint
ALTER TABLE `task_states` ADD `checked_seq` integer;--> statement-breakpoint
ALTER TABLE `task_states` ADD `gap` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `obstacles` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `instructions` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `confirmed` text DEFAULT ',' NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `waiting` text DEFAULT ',' NOT NULL;--> statement-breakpoint
ALTER TABLE `task_states` ADD `stage_seq` integer;--> statement-breakpoint
ALTER TABLE `task_states` ADD `stage_missing_from` text;--> statement-breakpoint
CREATE INDEX `task_states_overdue` ON `task_states` (`known_to`,`valid_to`,`overdue_approved_from`);--> statement-breakpoint
CREATE INDEX `task_states_requested` ON `task_states` (`known_to`,`valid_to`,`extension_seq`) WHERE extension_seq is not null;--> statement-breakpoint
CREATE INDEX `task_states_stage` ON `task_states` (`known_to`,`valid_to`,`stage_seq`) WHERE stage_seq is not null;--> statement-breakpoint
ALTER TABLE `users` ADD `email` text;