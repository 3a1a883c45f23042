CREATE TABLE `bulletins` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`number` integer,
	`as_of` text NOT NULL,
	`basis` text NOT NULL,
	`prose` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	`previous_id` text,
	`figures` text,
	`sha256` text,
	`imprint` text,
	`issued_at` text,
	`signed_name` text,
	`signed_post` text,
	`signed_on` text,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`previous_id`) REFERENCES `bulletins`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "bulletins_number_positive" CHECK("bulletins"."number" is null or "bulletins"."number" > 0),
	CONSTRAINT "bulletins_issued_whole" CHECK(("bulletins"."number" is null) = ("bulletins"."figures" is null) and ("bulletins"."number" is null) = ("bulletins"."issued_at" is null) and ("bulletins"."number" is null) = ("bulletins"."sha256" is null) and ("bulletins"."number" is null) = ("bulletins"."signed_name" is null))
);
--> statement-breakpoint
CREATE UNIQUE INDEX `bulletins_number` ON `bulletins` (`plan_id`,`number`);--> statement-breakpoint
CREATE INDEX `bulletins_issued` ON `bulletins` (`issued_at`);--> statement-breakpoint
CREATE TABLE `department_aliases` (
	`alias` text PRIMARY KEY NOT NULL,
	`department_id` text NOT NULL,
	`confirmed_by` text,
	`confirmed_at` text NOT NULL,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `department_aliases_department` ON `department_aliases` (`department_id`);--> statement-breakpoint
CREATE TABLE `department_names` (
	`department_id` text NOT NULL,
	`name` text NOT NULL,
	`to_day` text NOT NULL,
	PRIMARY KEY(`department_id`, `to_day`),
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`user_id` text NOT NULL,
	`file_name` text NOT NULL,
	`size` integer NOT NULL,
	`sha256` text NOT NULL,
	`created_at` text NOT NULL,
	`source` text NOT NULL,
	`choices` text NOT NULL,
	`department_id` text,
	`version` integer DEFAULT 1 NOT NULL,
	`done_at` text,
	`outcome` text,
	`plan_id` text,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "imports_kind" CHECK("imports"."kind" in ('plan', 'sheet'))
);
--> statement-breakpoint
CREATE INDEX `imports_user` ON `imports` (`user_id`,`created_at`);--> statement-breakpoint
CREATE TABLE `summaries` (
	`id` text PRIMARY KEY NOT NULL,
	`plan_id` text NOT NULL,
	`department_id` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`title` text NOT NULL,
	`text` text NOT NULL,
	`created_at` text NOT NULL,
	`created_by` text NOT NULL,
	`changed_at` text NOT NULL,
	`version` integer DEFAULT 1 NOT NULL,
	FOREIGN KEY (`plan_id`) REFERENCES `plans`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`department_id`) REFERENCES `departments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "summaries_days" CHECK("summaries"."from_day" <= "summaries"."to_day")
);
--> statement-breakpoint
CREATE INDEX `summaries_plan` ON `summaries` (`plan_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `task_references` (
	`task_id` text NOT NULL,
	`seq` integer NOT NULL,
	`to_task_id` text NOT NULL,
	`note` text DEFAULT '' NOT NULL,
	PRIMARY KEY(`task_id`, `seq`),
	FOREIGN KEY (`task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_task_id`) REFERENCES `tasks`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`task_id`,`seq`) REFERENCES `task_events`(`task_id`,`seq`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `task_references_once` ON `task_references` (`task_id`,`to_task_id`);--> statement-breakpoint
CREATE INDEX `task_references_to` ON `task_references` (`to_task_id`);--> statement-breakpoint
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
	CONSTRAINT "task_events_kind" CHECK("__new_task_events"."kind" in ('imported', 'reported', 'no_change', 'confirmed', 'claimed', 'taken_back', 'accepted', 'returned', 'reopened', 'withdrawn', 'amended', 'reassigned', 'extension_requested', 'extension_approved', 'extension_refused', 'checked', 'made_long_term', 'stage_reported', 'stage_verified', 'stage_returned', 'obstacle_raised', 'obstacle_removed', 'commented', 'evidence_added', 'nudged', 'noticed', 'referred', 'reference_removed', 'contacts_changed', 'seen', 'retracted')),
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
CREATE TABLE `__new_office_events` (
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
	CONSTRAINT "office_events_subject" CHECK("__new_office_events"."subject" in ('plan', 'notice', 'calendar', 'feed', 'delivery', 'department', 'bulletin', 'summary'))
);
--> statement-breakpoint
INSERT INTO `__new_office_events`("subject", "subject_id", "seq", "kind", "recorded_at", "actor_id", "actor_name", "actor_post", "actor_role", "actor_department_id", "actor_department_name", "payload") SELECT "subject", "subject_id", "seq", "kind", "recorded_at", "actor_id", "actor_name", "actor_post", "actor_role", "actor_department_id", "actor_department_name", "payload" FROM `office_events`;--> statement-breakpoint
DROP TABLE `office_events`;--> statement-breakpoint
ALTER TABLE `__new_office_events` RENAME TO `office_events`;--> statement-breakpoint
CREATE INDEX `office_events_recorded` ON `office_events` (`recorded_at`);--> statement-breakpoint
DROP INDEX `goals_number`;--> statement-breakpoint
CREATE UNIQUE INDEX `goals_wording` ON `goals` (`plan_id`,`number`,`issued_text`);--> statement-breakpoint
ALTER TABLE `departments` ADD `ended_on` text;--> statement-breakpoint
ALTER TABLE `departments` ADD `merged_into` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `number` integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE `plans` ADD `short_name` text;--> statement-breakpoint
ALTER TABLE `plans` ADD `layout` text;--> statement-breakpoint
CREATE UNIQUE INDEX `plans_number` ON `plans` (`number`);--> statement-breakpoint
ALTER TABLE `tasks` ADD `amended_deadline` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `amended_precision` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `amended_due_on` text;--> statement-breakpoint
ALTER TABLE `tasks` ADD `other` text;