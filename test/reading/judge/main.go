// Reads texts as kubectl does and prints what it makes of them: the reader that src/reading is compared with.
//
// Input: one JSON object per line, {"text": "<base64>"}. Output: one line per input, see answer.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"k8s.io/apimachinery/pkg/api/meta"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"
	"k8s.io/apimachinery/pkg/runtime"
	kjson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type document struct {
	// The document as JSON; absent when it could not be decoded.
	Value json.RawMessage `json:"value,omitempty"`
	// The objects that kubectl creates from it: lists are taken apart. Absent when it is not an object with a kind.
	Objects []any  `json:"objects,omitempty"`
	Error   string `json:"error,omitempty"`
}

type answer struct {
	Documents []document `json:"documents"`
	// Why the reader stopped before the end.
	Error string `json:"error,omitempty"`
	// Go's maps have no order, so keys that become the same string give one value or the other.
	Unstable bool `json:"unstable,omitempty"`
}

func main() {
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 256<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for lines.Scan() {
		var input struct {
			Text []byte `json:"text"`
		}
		if err := json.Unmarshal(lines.Bytes(), &input); err != nil {
			panic(err)
		}
		line := encode(read(input.Text))
		for try := 0; try < 4; try++ {
			if again := read(input.Text); !bytes.Equal(encode(again), line) {
				again.Unstable = true
				line = encode(again)
				break
			}
		}
		out.Write(line)
		out.WriteByte('\n')
	}
	if err := lines.Err(); err != nil {
		panic(err)
	}
}

func encode(value any) []byte {
	line, err := json.Marshal(value)
	if err != nil {
		panic(err)
	}
	return line
}

// read does what StreamVisitor in k8s.io/cli-runtime/pkg/resource does.
func read(text []byte) answer {
	result := answer{Documents: []document{}}
	reader := transform.NewReader(bytes.NewReader(text), unicode.BOMOverride(unicode.UTF8.NewDecoder()))
	decoder := yaml.NewYAMLOrJSONDecoder(reader, 4096)
	for {
		extension := runtime.RawExtension{}
		if err := decoder.Decode(&extension); err != nil {
			if err != io.EOF {
				result.Error = err.Error()
			}
			return result
		}
		raw := bytes.TrimSpace(extension.Raw)
		if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
			continue
		}
		result.Documents = append(result.Documents, decode(raw))
	}
}

func decode(raw []byte) document {
	var value any
	if err := kjson.Unmarshal(raw, &value); err != nil {
		return document{Error: err.Error()}
	}
	read := document{Value: encode(value)}
	object, _, err := unstructured.UnstructuredJSONScheme.Decode(raw, nil, nil)
	if err != nil {
		read.Error = err.Error()
		return read
	}
	read.Objects, err = flatten(object)
	if err != nil {
		read.Error = err.Error()
	}
	return read
}

// flatten does what FlattenListVisitor in k8s.io/cli-runtime/pkg/resource does.
func flatten(object runtime.Object) ([]any, error) {
	objects := []any{}
	pending := []runtime.Object{object}
	for at := 0; at < len(pending); at++ {
		current := pending[at]
		if !meta.IsListType(current) {
			objects = append(objects, current.(runtime.Unstructured).UnstructuredContent())
			continue
		}
		items, err := meta.ExtractList(current)
		if err != nil {
			return nil, err
		}
		pending = append(pending, items...)
	}
	return objects, nil
}
