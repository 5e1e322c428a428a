ALTER TABLE "activities" DROP CONSTRAINT "activities_assessment_id_assessments_id_fk";
--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retention_years" integer;--> statement-breakpoint
ALTER TABLE "organizations" ADD COLUMN "retention_set_at" timestamp (3) with time zone;