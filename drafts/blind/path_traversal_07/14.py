    try:
        if doc_file:
            space_path = os.path.join(KNOWLEDGE_UPLOAD_ROOT_PATH, space_name)
            if not os.path.exists(space_path):
                os.makedirs(space_path)
            tmp_fd, tmp_path = tempfile.mkstemp(dir=space_path)
            with os.fdopen(tmp_fd, "wb") as tmp:
                tmp.write(await doc_file.read())
            target = os.path.join(space_path, doc_file.filename)
            shutil.move(tmp_path, target)

            # make sure the document really is in the knowledge folder
            root = os.path.realpath(KNOWLEDGE_UPLOAD_ROOT_PATH)
            if os.path.commonpath([root, os.path.realpath(target)]) != root:
                os.remove(target)
                raise Exception("file is outside of the knowledge folder")
            request = KnowledgeDocumentRequest()
            request.doc_name = doc_name
            request.doc_type = doc_type
            request.content = target
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
