CREATE TABLE `version_moves` (
	`assessment_id` text NOT NULL,
	`number` integer NOT NULL,
	`from_version` text NOT NULL,
	`to_version` text NOT NULL,
	`moved_at` integer NOT NULL,
	`moved_by` text NOT NULL,
	`agency_revision` integer NOT NULL,
	`partner_revision` integer,
	`undone_at` integer,
	`undone_by` text,
	PRIMARY KEY(`assessment_id`, `number`),
	FOREIGN KEY (`assessment_id`) REFERENCES `assessments`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`moved_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`undone_by`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
ALTER TABLE `sides` ADD `moves` integer DEFAULT 0 NOT NULL;