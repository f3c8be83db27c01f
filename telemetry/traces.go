package telemetry

import (
	"context"
	"os"
	"strings"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracehttp"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"

	"partnernet/fault"
)

// TracesFromEnvironment gives where spans go as the standard variables OTEL_… say: by OTLP over HTTP to OTEL_EXPORTER_OTLP_ENDPOINT or
// OTEL_EXPORTER_OTLP_TRACES_ENDPOINT. It is nil where neither is set, or traces are turned off.
func TracesFromEnvironment(ctx context.Context, version string) (*sdktrace.TracerProvider, error) {
	set := os.Getenv("OTEL_EXPORTER_OTLP_ENDPOINT") != "" || os.Getenv("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT") != ""
	exporter := os.Getenv("OTEL_TRACES_EXPORTER")
	if strings.EqualFold(os.Getenv("OTEL_SDK_DISABLED"), "true") || exporter == "none" || !set && exporter == "" {
		return nil, nil
	}
	if exporter != "" && exporter != "otlp" {
		return nil, fault.New(fault.BadInput, "OTEL_TRACES_EXPORTER is otlp or none here, and not %.20q.", exporter)
	}
	sender, err := otlptracehttp.New(ctx)
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The variables OTEL_… do not say where traces go: %s", err)
	}
	described, err := resource.New(ctx, resource.WithAttributes(attribute.String("service.name", "partnernet"), attribute.String("service.version", version)), resource.WithFromEnv())
	if err != nil {
		return nil, fault.Wrap(fault.BadInput, err, "The variable OTEL_RESOURCE_ATTRIBUTES cannot be read: %s", err)
	}
	return sdktrace.NewTracerProvider(sdktrace.WithBatcher(sender), sdktrace.WithResource(described)), nil
}
