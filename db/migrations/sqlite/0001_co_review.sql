CREATE TABLE `partnerships` (
	`id` text PRIMARY KEY NOT NULL,
	`agency_id` text,
	`partner_id` text,
	`proposed_as` text NOT NULL,
	`email` text,
	`token_hash` text,
	`status` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`proposed_by` text NOT NULL,
	`expires_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`ended_at` integer,
	`ended_by` text,
	FOREIGN KEY (`agency_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`partner_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposed_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_token_hash_unique` ON `partnerships` (`token_hash`);--> statement-breakpoint
CREATE INDEX `partnerships_agency` ON `partnerships` (`agency_id`);--> statement-breakpoint
CREATE INDEX `partnerships_partner` ON `partnerships` (`partner_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `partnerships_one_each` ON `partnerships` (`agency_id`,`partner_id`) WHERE status in ('proposed', 'active');--> statement-breakpoint
CREATE TABLE `reconciliation_steps` (
	`assessment_id` text NOT NULL,
	`revision` integer NOT NULL,
	`step_id` text NOT NULL,
	`kind` text NOT NULL,
	`side` text NOT NULL,
	`person_id` text NOT NULL,
	`at` integer NOT NULL,
	`item_id` text,
	`proposal` text,
	`text` text,
	`refers_to` integer,
	`sha256` text,
	PRIMARY KEY(`assessment_id`, `revision`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `reconciliation_steps_step_id_unique` ON `reconciliation_steps` (`step_id`);--> statement-breakpoint
CREATE TABLE `reconciliations` (
	`assessment_id` text PRIMARY KEY NOT NULL,
	`revision` integer DEFAULT 0 NOT NULL,
	`opened_at` integer NOT NULL,
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_assignments` (
	`assessment_id` text NOT NULL,
	`side` text DEFAULT 'agency' NOT NULL,
	`target` text NOT NULL,
	`person_id` text NOT NULL,
	`assigned_at` integer NOT NULL,
	PRIMARY KEY(`assessment_id`, `side`, `target`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_assignments`("assessment_id", "side", "target", "person_id", "assigned_at") SELECT "assessment_id", 'agency', "target", "person_id", "assigned_at" FROM `assignments`;--> statement-breakpoint
DROP TABLE `assignments`;--> statement-breakpoint
ALTER TABLE `__new_assignments` RENAME TO `assignments`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE TABLE `__new_contributors` (
	`assessment_id` text NOT NULL,
	`side` text DEFAULT 'agency' NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`assessment_id`, `side`, `person_id`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_contributors`("assessment_id", "side", "person_id") SELECT "assessment_id", 'agency', "person_id" FROM `contributors`;--> statement-breakpoint
DROP TABLE `contributors`;--> statement-breakpoint
ALTER TABLE `__new_contributors` RENAME TO `contributors`;--> statement-breakpoint
ALTER TABLE `assessments` ADD `partnership_id` text REFERENCES partnerships(id);--> statement-breakpoint
ALTER TABLE `assessments` ADD `alone_since` integer;--> statement-breakpoint
ALTER TABLE `assessments` ADD `alone_reason` text;--> statement-breakpoint
CREATE INDEX `assessments_partnership` ON `assessments` (`partnership_id`);--> statement-breakpoint
ALTER TABLE `responses` ADD `carried` text;