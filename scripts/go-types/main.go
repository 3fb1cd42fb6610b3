// Prints the Go types behind the fields of the API, for the messages of the server's decoder. Run it in a module that requires
// k8s.io/api, apimachinery, client-go, apiextensions-apiserver and kube-aggregator of one version: `go run .` prints the
// content of src/validation/go-types/types.ts as JSON; take the union over the oldest and the newest version.
package main

import (
	"encoding/json"
	"os"
	"reflect"
	"strings"

	apiextensions "k8s.io/apiextensions-apiserver/pkg/apis/apiextensions/v1"
	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/client-go/kubernetes/scheme"
	apiregistration "k8s.io/kube-aggregator/pkg/apis/apiregistration/v1"
)

// Fields whose type does not follow from the OpenAPI document, by package and type.
var types = map[string]map[string]string{}

// Embedded structs on the way to a field.
var embedded = map[string]map[string]string{}
var seen = map[reflect.Type]bool{}

func name(t reflect.Type) string {
	p := strings.Split(t.PkgPath(), "/")
	g := p[len(p)-2:]
	return g[0] + "." + g[1] + "." + t.Name()
}

func expected(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Ptr:
		return expected(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "[]uint8"
		}
		return "[]" + expected(t.Elem())
	case reflect.Map:
		return "map[string]" + expected(t.Elem())
	case reflect.Struct, reflect.Interface:
		return t.String()
	}
	return t.Kind().String()
}

func actual(t reflect.Type) string {
	for t.Kind() == reflect.Ptr {
		t = t.Elem()
	}
	return t.String()
}

func visit(t reflect.Type) {
	for t.Kind() == reflect.Ptr || t.Kind() == reflect.Slice || t.Kind() == reflect.Map {
		t = t.Elem()
	}
	if t.Kind() != reflect.Struct || seen[t] || !strings.HasPrefix(t.PkgPath(), "k8s.io/") {
		return
	}
	seen[t] = true
	fields(t, t, "")
}

func fields(owner, t reflect.Type, prefix string) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		tag := strings.Split(f.Tag.Get("json"), ",")[0]
		if f.Anonymous && tag == "" {
			e := f.Type
			for e.Kind() == reflect.Ptr {
				e = e.Elem()
			}
			p := f.Name
			if prefix != "" {
				p = prefix + "." + f.Name
			}
			if e.Kind() == reflect.Struct {
				fields(owner, e, p)
			}
			continue
		}
		if tag == "" || tag == "-" {
			continue
		}
		n := name(owner)
		if prefix != "" && prefix != "TypeMeta" {
			if embedded[n] == nil {
				embedded[n] = map[string]string{}
			}
			embedded[n][tag] = prefix
		}
		if a := actual(f.Type); a != expected(f.Type) {
			if types[n] == nil {
				types[n] = map[string]string{}
			}
			types[n][tag] = a
		}
		visit(f.Type)
	}
}

func main() {
	s := runtime.NewScheme()
	_ = scheme.AddToScheme(s)
	_ = apiextensions.AddToScheme(s)
	_ = apiregistration.AddToScheme(s)
	for gvk, t := range s.AllKnownTypes() {
		if strings.HasSuffix(gvk.Kind, "Options") || gvk.Version == "__internal" {
			continue
		}
		visit(t)
	}
	e := json.NewEncoder(os.Stdout)
	e.SetIndent("", " ")
	e.Encode(map[string]any{"types": types, "embedded": embedded})
}
