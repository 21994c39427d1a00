# What people and CI call. `make help` lists it.

PREFIX ?= /usr/local
SWIFT ?= swift
# The compiler that comes with Swift and links what it makes.
CLANG = $(dir $(realpath $(shell command -v $(SWIFT))))clang
BUILD := .build
STATIC := $(BUILD)/static
# Types of collections are named to the runtime by their parts, not by a mangled name that it has to
# take apart first; the loader reads addresses to adjust from a short list, which this linker writes.
# Nothing that is loaded later looks for names in the program, so that it need not tell any.
RELEASE := --configuration release --static-swift-stdlib --disable-local-rpath \
	-Xswiftc -Xfrontend -Xswiftc -disable-concrete-type-metadata-mangled-name-accessors \
	-Xswiftc -use-ld=lld -Xlinker -z -Xlinker pack-relative-relocs -Xlinker --no-export-dynamic \
	-Xswiftc -Xclang-linker -Xswiftc -static-libgcc \
	-Xlinker -s -Xlinker --gc-sections -Xlinker -L$(CURDIR)/$(STATIC)
GONGKAI := $(BUILD)/release/gongkai
SAMPLE := Layouts/final-accounts/sample
FAULTY := Layouts/final-accounts/sample-faulty
BUDGET := Layouts/budget/sample
SOURCES := Package.swift Sources Tests Fuzz/Sources
FUZZ_SECONDS := 20

.PHONY: help build demo test fuzz install format bench setup setup-test clean

help:
	@echo 'make demo             检查并印制样例，结果在 Output/'
	@echo 'make test             格式检查、编译、全部测试'
	@echo 'make fuzz             用随机改动的文件考验读入和检查（每项 $(FUZZ_SECONDS) 秒）'
	@echo 'make install PREFIX=… 安装 gongkai 及其布局和字体清单（默认 /usr/local）'
	@echo 'make bench            测速'
	@echo 'make format           整理代码格式'
	@echo 'make setup            安装缺少的系统软件包'
	@echo 'make clean            删除编译结果'

# The system keeps a file in memory in pieces as big as those in which it was written. The linker's
# are small, since it writes through a map of the file: a copy starts some 0.9 ms sooner.
build: setup $(STATIC)
	$(SWIFT) build $(RELEASE) --product gongkai
	cp $(GONGKAI) $(GONGKAI).copy && mv -f $(GONGKAI).copy $(GONGKAI)

# Libraries that every run would wait for are linked in: the linker finds them here first, and here
# they are archives only. One that has no archive is linked as it is anywhere else.
$(STATIC):
	mkdir -p $@
	for library in stdc++ expat z; do \
	  archive=$$($(CLANG) -print-file-name=lib$$library.a); \
	  if [ -e "$$archive" ]; then ln -sf "$$archive" $@; fi; \
	done

demo: build
	$(GONGKAI) lint $(SAMPLE) $(BUDGET)
	$(GONGKAI) render $(SAMPLE) -o Output/部门决算样例.pdf
	$(GONGKAI) render $(BUDGET) -o Output/部门预算样例.pdf
	@echo
	@echo '有错的样例（找到错误时退出状态为 1）：'
	$(GONGKAI) lint $(FAULTY) || [ $$? -eq 1 ]
	@echo
	@ls -l Output/*.pdf

# The tests find the checkers of the virtual environment on the path.
test: export PATH := $(CURDIR)/$(BUILD)/venv/bin:$(PATH)

# Formatting is checked first: it takes a second, and the build takes minutes.
test: setup-test
	$(SWIFT) format lint --strict --recursive $(SOURCES)
	$(SWIFT) build --build-tests
	$(SWIFT) test --skip-build --disable-xctest

fuzz: setup
	Fuzz/run $(FUZZ_SECONDS)

install: build
	install -d '$(DESTDIR)$(PREFIX)/bin' '$(DESTDIR)$(PREFIX)/share/gongkai'
	install -m 755 $(GONGKAI) '$(DESTDIR)$(PREFIX)/bin/gongkai'
	cp -R Layouts Fonts '$(DESTDIR)$(PREFIX)/share/gongkai/'

format:
	$(SWIFT) format --in-place --recursive $(SOURCES)

bench: build
	Benchmarks/run $(GONGKAI)

setup:
	@.ci/setup

setup-test:
	@.ci/setup --tests

clean:
	rm -rf $(BUILD) .build-*
