PRAGMA foreign_keys=OFF;--> statement-breakpoint
CREATE TABLE `__new_activities` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`person_id` text,
	`action` text NOT NULL,
	`assessment_id` text,
	`subject` text,
	`at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organizations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
INSERT INTO `__new_activities`("id", "organization_id", "person_id", "action", "assessment_id", "subject", "at") SELECT "id", "organization_id", "person_id", "action", "assessment_id", "subject", "at" FROM `activities`;--> statement-breakpoint
DROP TABLE `activities`;--> statement-breakpoint
ALTER TABLE `__new_activities` RENAME TO `activities`;--> statement-breakpoint
PRAGMA foreign_keys=ON;--> statement-breakpoint
CREATE INDEX `activities_organization` ON `activities` (`organization_id`,`at`);--> statement-breakpoint
ALTER TABLE `organizations` ADD `retention_years` integer;--> statement-breakpoint
ALTER TABLE `organizations` ADD `retention_set_at` integer;