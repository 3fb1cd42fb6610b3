// Validates Envoy configurations: reads a JSON array of strings, YAML or JSON each, from standard input and writes for each the
// first fault, or an empty string, as a JSON array.
//
// A configuration is decoded as Envoy decodes it: strictly, with every typed_config as its own message. Then the constraints of
// the API are checked, which Envoy checks at start.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	bootstrap "github.com/envoyproxy/go-control-plane/envoy/config/bootstrap/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/health_check/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/http/router/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/http_connection_manager/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/filters/network/tcp_proxy/v3"
	_ "github.com/envoyproxy/go-control-plane/envoy/extensions/transport_sockets/tls/v3"
	"google.golang.org/protobuf/encoding/protojson"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protopath"
	"google.golang.org/protobuf/reflect/protorange"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/types/known/anypb"
	"sigs.k8s.io/yaml"
)

type validator interface{ ValidateAll() error }

func main() {
	var configurations []string
	if err := json.NewDecoder(os.Stdin).Decode(&configurations); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	faults := make([]string, len(configurations))
	for i, configuration := range configurations {
		if err := check(configuration); err != nil {
			faults[i] = err.Error()
		}
	}
	json.NewEncoder(os.Stdout).Encode(faults)
}

func check(configuration string) error {
	text, err := yaml.YAMLToJSONStrict([]byte(configuration))
	if err != nil {
		return err
	}
	message := &bootstrap.Bootstrap{}
	// Resolves the types of Any among the imported packages, and refuses others.
	if err := protojson.Unmarshal(text, message); err != nil {
		return err
	}
	if err := message.ValidateAll(); err != nil {
		return err
	}
	return checkTyped(message)
}

// Checks the messages in Any, which ValidateAll does not unpack.
func checkTyped(message proto.Message) error {
	return protorange.Options{Stable: true}.Range(message.ProtoReflect(), func(values protopath.Values) error {
		last, ok := values.Index(-1).Value.Interface().(protoreflect.Message)
		if !ok {
			return nil
		}
		typed, ok := last.Interface().(*anypb.Any)
		if !ok {
			return nil
		}
		inner, err := typed.UnmarshalNew()
		if err != nil {
			return err
		}
		if checked, ok := inner.(validator); ok {
			if err := checked.ValidateAll(); err != nil {
				return err
			}
		}
		return checkTyped(inner)
	}, nil)
}
