CREATE TABLE "partnerships" (
	"id" text PRIMARY KEY NOT NULL,
	"agency_id" text,
	"partner_id" text,
	"proposed_as" text NOT NULL,
	"email" text,
	"token_hash" text,
	"status" text NOT NULL,
	"proposed_at" timestamp (3) with time zone NOT NULL,
	"proposed_by" text NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	CONSTRAINT "partnerships_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "reconciliation_steps" (
	"assessment_id" text NOT NULL,
	"revision" integer NOT NULL,
	"step_id" text NOT NULL,
	"kind" text NOT NULL,
	"side" text NOT NULL,
	"person_id" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"item_id" text,
	"proposal" jsonb,
	"text" text,
	"refers_to" integer,
	"sha256" text,
	CONSTRAINT "reconciliation_steps_assessment_id_revision_pk" PRIMARY KEY("assessment_id","revision"),
	CONSTRAINT "reconciliation_steps_step_id_unique" UNIQUE("step_id")
);
--> statement-breakpoint
CREATE TABLE "reconciliations" (
	"assessment_id" text PRIMARY KEY NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "assignments" DROP CONSTRAINT "assignments_assessment_id_target_pk";--> statement-breakpoint
ALTER TABLE "contributors" DROP CONSTRAINT "contributors_assessment_id_person_id_pk";--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "partnership_id" text;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "alone_since" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "assessments" ADD COLUMN "alone_reason" text;--> statement-breakpoint
ALTER TABLE "assignments" ADD COLUMN "side" text DEFAULT 'agency' NOT NULL;--> statement-breakpoint
ALTER TABLE "contributors" ADD COLUMN "side" text DEFAULT 'agency' NOT NULL;--> statement-breakpoint
ALTER TABLE "assignments" ADD CONSTRAINT "assignments_assessment_id_side_target_pk" PRIMARY KEY("assessment_id","side","target");--> statement-breakpoint
ALTER TABLE "contributors" ADD CONSTRAINT "contributors_assessment_id_side_person_id_pk" PRIMARY KEY("assessment_id","side","person_id");--> statement-breakpoint
ALTER TABLE "responses" ADD COLUMN "carried" jsonb;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_agency_id_organizations_id_fk" FOREIGN KEY ("agency_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_partner_id_organizations_id_fk" FOREIGN KEY ("partner_id") REFERENCES "public"."organizations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "partnerships" ADD CONSTRAINT "partnerships_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_steps" ADD CONSTRAINT "reconciliation_steps_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliation_steps" ADD CONSTRAINT "reconciliation_steps_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reconciliations" ADD CONSTRAINT "reconciliations_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "partnerships_agency" ON "partnerships" USING btree ("agency_id");--> statement-breakpoint
CREATE INDEX "partnerships_partner" ON "partnerships" USING btree ("partner_id");--> statement-breakpoint
CREATE UNIQUE INDEX "partnerships_one_each" ON "partnerships" USING btree ("agency_id","partner_id") WHERE status in ('proposed', 'active');--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_partnership_id_partnerships_id_fk" FOREIGN KEY ("partnership_id") REFERENCES "public"."partnerships"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "assessments_partnership" ON "assessments" USING btree ("partnership_id");