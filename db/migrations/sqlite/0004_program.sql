CREATE TABLE `api_tokens` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`name` text NOT NULL,
	`token_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	`expires_at` integer NOT NULL,
	`last_used_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`revoked_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_tokens_token_hash_unique` ON `api_tokens` (`token_hash`);--> statement-breakpoint
CREATE INDEX `api_tokens_organization` ON `api_tokens` (`organization_id`);--> statement-breakpoint
CREATE TABLE `enrollments` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`agency_id` text,
	`email` text,
	`agency_name` text,
	`token_hash` text,
	`status` text NOT NULL,
	`shares` text DEFAULT 'profile' NOT NULL,
	`shares_notes` integer DEFAULT false NOT NULL,
	`invited_at` integer NOT NULL,
	`invited_by` text NOT NULL,
	`expires_at` integer,
	`decided_at` integer,
	`decided_by` text,
	`ended_at` integer,
	`ended_by` text,
	`reminded_at` integer,
	FOREIGN KEY (`program_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`invited_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`decided_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`ended_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrollments_token_hash_unique` ON `enrollments` (`token_hash`);--> statement-breakpoint
CREATE INDEX `enrollments_agency` ON `enrollments` (`agency_id`);--> statement-breakpoint
CREATE INDEX `enrollments_program` ON `enrollments` (`program_id`,`status`);--> statement-breakpoint
CREATE INDEX `enrollments_name` ON `enrollments` (`program_id`,`agency_name`,`agency_id`) WHERE status = 'active';--> statement-breakpoint
CREATE UNIQUE INDEX `enrollments_one_each` ON `enrollments` (`program_id`,`agency_id`) WHERE status in ('invited', 'active');--> statement-breakpoint
CREATE TABLE `export_jobs` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`scope` text NOT NULL,
	`status` text NOT NULL,
	`done` integer DEFAULT 0 NOT NULL,
	`total` integer,
	`manifest` text,
	`fault` text,
	`requested_at` integer NOT NULL,
	`requested_by` text NOT NULL,
	`alive_at` integer,
	`finished_at` integer,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requested_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `export_jobs_organization` ON `export_jobs` (`organization_id`,`requested_at`);--> statement-breakpoint
CREATE INDEX `export_jobs_status` ON `export_jobs` (`status`);--> statement-breakpoint
CREATE TABLE `partner_consents` (
	`partnership_id` text NOT NULL,
	`program_id` text NOT NULL,
	`given_at` integer NOT NULL,
	`given_by` text NOT NULL,
	`withdrawn_at` integer,
	PRIMARY KEY(`partnership_id`, `program_id`),
	FOREIGN KEY (`partnership_id`) REFERENCES `partnerships`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`program_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`given_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `partner_consents_program` ON `partner_consents` (`program_id`);--> statement-breakpoint
CREATE TABLE `results` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`agency_id` text NOT NULL,
	`slug` text NOT NULL,
	`version` text NOT NULL,
	`as_of` text NOT NULL,
	`finalized_at` integer NOT NULL,
	`co_reviewed` integer NOT NULL,
	`displayed` integer,
	`band` text,
	`answered` integer NOT NULL,
	`applicable` integer NOT NULL,
	`domain_scores` text NOT NULL,
	`domain_bands` text NOT NULL,
	`levels` text NOT NULL,
	`agency_levels` text,
	`latest` integer DEFAULT false NOT NULL,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `results_agency` ON `results` (`agency_id`,`slug`,`as_of`,`finalized_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `results_latest` ON `results` (`agency_id`,`slug`) WHERE latest;--> statement-breakpoint
CREATE TABLE `saved_views` (
	`id` text PRIMARY KEY NOT NULL,
	`program_id` text NOT NULL,
	`name` text NOT NULL,
	`query` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text NOT NULL,
	FOREIGN KEY (`program_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`created_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `saved_views_name` ON `saved_views` (`program_id`,`name`);--> statement-breakpoint
CREATE TABLE `tags` (
	`program_id` text NOT NULL,
	`agency_id` text NOT NULL,
	`tag` text NOT NULL,
	PRIMARY KEY(`program_id`, `agency_id`, `tag`),
	FOREIGN KEY (`program_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`agency_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `tags_tag` ON `tags` (`program_id`,`tag`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `allows_standing` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `organizations` ADD `portfolio_revision` integer DEFAULT 0 NOT NULL;