CREATE TABLE "version_moves" (
	"assessment_id" text NOT NULL,
	"number" integer NOT NULL,
	"from_version" text NOT NULL,
	"to_version" text NOT NULL,
	"moved_at" timestamp (3) with time zone NOT NULL,
	"moved_by" text NOT NULL,
	"agency_revision" integer NOT NULL,
	"partner_revision" integer,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	CONSTRAINT "version_moves_assessment_id_number_pk" PRIMARY KEY("assessment_id","number")
);
--> statement-breakpoint
ALTER TABLE "sides" ADD COLUMN "moves" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_moved_by_people_id_fk" FOREIGN KEY ("moved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "version_moves" ADD CONSTRAINT "version_moves_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;