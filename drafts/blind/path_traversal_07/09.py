    try:
        if doc_file:
            root = os.path.realpath(KNOWLEDGE_UPLOAD_ROOT_PATH)
            space_path = os.path.realpath(os.path.join(root, space_name))
            file_path = os.path.realpath(os.path.join(space_path, doc_file.filename))
            if not space_path.startswith(root + os.sep) or not file_path.startswith(
                space_path + os.sep
            ):
                raise Exception("illegal path in upload request")
            if not os.path.isdir(space_path):
                os.makedirs(space_path)
            handle, temp_name = tempfile.mkstemp(dir=space_path)
            with os.fdopen(handle, "wb") as out:
                while True:
                    block = await doc_file.read(1024 * 1024)
                    if not block:
                        break
                    out.write(block)
            shutil.move(temp_name, file_path)
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = file_path
            space_res = knowledge_space_service.get_knowledge_space(
                KnowledgeSpaceRequest(name=space_name)
            )
            if len(space_res) == 0:
                # create default space
                if "default" != space_name:
                    raise Exception(f"you have not create your knowledge space.")
                knowledge_space_service.create_knowledge_space(
                    KnowledgeSpaceRequest(
                        name=space_name,
                        desc="first db-gpt rag application",
                        owner="dbgpt",
                    )
                )
            return Result.succ(
                knowledge_space_service.create_knowledge_document(
                    space=space_name, request=request
                )
            )
        return Result.failed(code="E000X", msg=f"doc_file is None")
    except Exception as e:
        return Result.failed(code="E000X", msg=f"document add error {e}")
